using System.Runtime.InteropServices;
using Backtest.Hosting;

namespace Backtest.Tests.Metadata;

public sealed class DependencyFileTests : IDisposable
{
    private static readonly string[] MuslLinux = ["linux-musl-x64", "linux-musl", "linux-x64", "linux", "unix-x64", "unix", "any"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_native_library_for_this_system_that_is_not_in_the_folder_is_named()
    {
        string own = RuntimeInformation.RuntimeIdentifier;

        Assert.Equal([$"runtimes/{own}/native/libtables (of Tables 1.0.0)"], Missing(Native(own)));
    }

    [Fact]
    public void A_native_library_that_is_where_the_file_says_is_not_missing()
    {
        string own = RuntimeInformation.RuntimeIdentifier;
        Put($"runtimes/{own}/native/libtables");

        Assert.Empty(Missing(Native(own))!);
    }

    [Fact]
    public void Native_libraries_for_other_systems_are_not_asked_for() => Assert.Empty(Missing(Native("browser-wasm"), Native("solaris-x86"))!);

    [Fact]
    public void The_best_of_a_systems_libraries_is_the_one_asked_for()
    {
        Put("runtimes/linux-x64/native/libtables");

        string files = Native("linux-x64") + "," + Native("unix") + "," + Native("linux-arm64");

        Assert.Empty(DependencyFile.Missing(Write(files), ["linux-x64", "linux", "unix", "any"])!);
        Assert.Equal(
            ["runtimes/unix/native/libtables (of Tables 1.0.0)"], DependencyFile.Missing(Write(files), ["osx-x64", "osx", "unix-x64", "unix", "any"])!);
    }

    [Fact]
    public void An_assembly_for_a_system_takes_the_place_of_the_one_for_all()
    {
        const string Both = """
            "runtime": { "lib/net10.0/Tables.dll": {} },
            "runtimeTargets": { "runtimes/unix/lib/net10.0/Tables.dll": { "rid": "unix", "assetType": "runtime" } }
            """;
        Put("Tables.dll");

        Assert.Empty(DependencyFile.Missing(WriteLibrary(Both), ["win-x64", "win", "any"])!);
        Assert.Equal(
            ["runtimes/unix/lib/net10.0/Tables.dll (of Tables 1.0.0)"], DependencyFile.Missing(WriteLibrary(Both), ["linux-x64", "linux", "unix"])!);
    }

    [Fact]
    public void Systems_fall_back_as_the_runtime_has_it()
    {
        Assert.Equal(MuslLinux, RuntimeIdentifiers.Fallbacks("linux-musl-x64"));
        Assert.Equal(["win-arm64", "win", "any"], RuntimeIdentifiers.Fallbacks("win-arm64"));
        Assert.Equal(["osx-arm64", "osx", "unix-arm64", "unix", "any"], RuntimeIdentifiers.Fallbacks("osx-arm64"));
        Assert.Equal(
            ["ubuntu.24.04-x64", "linux-x64", "linux", "unix-x64", "unix", "any"], RuntimeIdentifiers.Fallbacks("ubuntu.24.04-x64"));
    }

    private static string Native(string rid) =>
        $$""" "runtimes/{{rid}}/native/libtables": { "rid": "{{rid}}", "assetType": "native", "fileVersion": "0.0.0.0" } """;

    private void Put(string file)
    {
        string path = _folder.Combine(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }

    private IReadOnlyList<string>? Missing(params IEnumerable<string> natives) => DependencyFile.Missing(Write(string.Join(',', natives)));

    private string Write(string targets) => WriteLibrary($$""" "runtimeTargets": { {{targets}} } """);

    private string WriteLibrary(string assets)
    {
        string path = _folder.Combine("Acme.Cross.deps.json");
        File.WriteAllText(path, $$"""
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": { "Tables/1.0.0": { {{assets}} } } }
            }
            """);
        return path;
    }
}
