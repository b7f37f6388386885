using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;
using NuGet.Packaging;

namespace Backtest.Tests.Packages;

/// <summary>Each package that must be refused gives one clear message and leaves the project unchanged.</summary>
public sealed class RefusedPackageTests : InstallTests
{
    private const int Link = 0xA000 << 16;
    private const int Device = 0x2000 << 16;

    [Theory]
    [InlineData("../escaped.txt")]
    [InlineData("plugin/net10.0/../../../escaped.txt")]
    [InlineData("plugin/net10.0/%2e%2e/%2e%2e/%2e%2e/escaped.txt")]
    [InlineData("plugin/net10.0/..%2f..%2fescaped.txt")]
    [InlineData("plugin/net10.0/..\\..\\escaped.txt")]
    [InlineData("plugin/net10.0/..%5c..%5cescaped.txt")]
    [InlineData("/escaped.txt")]
    [InlineData("//server/share/escaped.txt")]
    [InlineData("C:/escaped.txt")]
    [InlineData("plugin/net10.0/C:escaped.txt")]
    [InlineData("plugin/net10.0/Acme.Cross.dll:stream")]
    [InlineData("plugin/net10.0/nul.txt")]
    [InlineData("plugin/net10.0/COM1")]
    [InlineData("plugin/net10.0/lpt9 .log")]
    [InlineData("plugin/net10.0/aux/x.txt")]
    [InlineData("plugin/net10.0/./x.txt")]
    [InlineData("plugin/net10.0//x.txt")]
    [InlineData("plugin/net10.0/x.txt.")]
    [InlineData("plugin/net10.0/x.txt ")]
    [InlineData("plugin/net10.0/a\u0001b")]
    [InlineData("plugin/net10.0/%00")]
    [InlineData("plugin/net10.0/a?b")]
    public async Task An_entry_whose_path_leaves_the_folder_or_is_no_plain_file_on_some_system(string path)
    {
        PackageFactory.AddEntry(Packages.Strategy("Acme.Cross"), path, "x"u8.ToArray());

        Assert.Equal("package_unsafe", (await RefusesAsync("Acme.Cross")).Code);

        Assert.DoesNotContain(
            Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories), file => Path.GetFileName(file).Contains("escaped"));
    }

    [Theory]
    [InlineData(Link)]
    [InlineData(Device)]
    public async Task An_entry_that_is_a_link_or_a_device(int attributes)
    {
        PackageFactory.AddEntry(Packages.Strategy("Acme.Cross"), "plugin/net10.0/passwords", "/etc/passwd"u8.ToArray(), attributes);

        Assert.Equal("package_unsafe", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Theory]
    [InlineData("plugin/net10.0/Acme.Cross.dll")]
    [InlineData("plugin/net10.0/acme.cross.DLL")]
    [InlineData("plugin/net10.0/Acme.Cross.dll/x")]
    [InlineData("plugin/NET10.0/x")]
    [InlineData("plugin/net10%2e0/Acme%2eCross.dll")]
    public async Task Two_entries_that_are_one_file_where_case_does_not_count(string path)
    {
        PackageFactory.AddEntry(Packages.Strategy("Acme.Cross"), path, "x"u8.ToArray());

        Assert.Equal("package_unsafe", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task More_entries_than_the_limit()
    {
        Packages.Strategy("Acme.Cross");

        InputError error = await RefusesAsync("Acme.Cross", options: With(new ArchiveLimits { Entries = 3 }));

        Assert.Equal("package_too_large", error.Code);
        Assert.Contains("entries", error.Message);
    }

    [Fact]
    public async Task A_file_larger_than_the_limit()
    {
        PackageFactory.AddEntry(Packages.Strategy("Acme.Cross"), "plugin/net10.0/x.bin", RandomNumberGenerator.GetBytes(200_000));

        InputError error = await RefusesAsync("Acme.Cross", options: With(new ArchiveLimits { FileBytes = 100_000 }));

        Assert.Equal("package_too_large", error.Code);
        Assert.Contains("x.bin", error.Message);
    }

    [Fact]
    public async Task Files_larger_together_than_the_limit()
    {
        string package = Packages.Strategy("Acme.Cross");
        for (int i = 0; i < 3; i++)
            PackageFactory.AddEntry(package, $"plugin/net10.0/{i}.bin", RandomNumberGenerator.GetBytes(50_000));

        InputError error = await RefusesAsync("Acme.Cross", options: With(new ArchiveLimits { TotalBytes = 100_000 }));

        Assert.Equal("package_too_large", error.Code);
    }

    [Fact]
    public async Task A_file_that_swells_far_beyond_its_size_in_the_archive()
    {
        PackageFactory.AddEntry(Packages.Strategy("Acme.Cross"), "plugin/net10.0/x.bin", new byte[20_000_000]);

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_too_large", error.Code);
        Assert.Contains("times as large", error.Message);
    }

    [Fact]
    public async Task A_package_file_larger_than_the_limit()
    {
        Packages.Strategy("Acme.Cross");

        InputError error = await RefusesAsync("Acme.Cross", options: With(new ArchiveLimits { PackageBytes = 1000 }));

        Assert.Equal("package_too_large", error.Code);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public async Task A_package_cut_short(double part)
    {
        string file = Packages.Strategy("Acme.Cross");
        byte[] bytes = File.ReadAllBytes(file);
        await InstallWithOneGoodVersionAsync();
        File.WriteAllBytes(Packages.Strategy("Acme.Cross", "2.0.0"), bytes[..(int)(bytes.Length * part)]);

        InputError error = await RefusesAsync("Acme.Cross", "2.0.0");

        Assert.True(error.Code is "package_damaged" or "package_source", error.ToString());
    }

    [Fact]
    public async Task A_package_with_a_byte_changed_in_a_file()
    {
        string file = Packages.Strategy("Acme.Cross");
        byte[] bytes = File.ReadAllBytes(file);
        int name = bytes.AsSpan().IndexOf("Acme.Cross.dll"u8);
        bytes[name + 200] ^= 0x10;
        File.WriteAllBytes(file, bytes);

        Assert.Equal("package_damaged", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task A_package_that_is_no_plugin()
    {
        Packages.Strategy("Acme.Cross", change: package => package.PackageTypes.Clear());

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("not_a_plugin", error.Code);
        Assert.Contains("BacktestPlugin", error.Message);
    }

    [Fact]
    public async Task A_package_for_another_framework_says_which_it_has()
    {
        Packages.Pack(new PluginBuilder(Folder.Combine("build")).Strategy("Acme.Cross", "cross"), framework: "net11.0");

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_framework", error.Code);
        Assert.Contains("plugin/net11.0/", error.Message);
        Assert.Contains("plugin/net10.0/", error.Message);
    }

    [Fact]
    public async Task A_package_whose_assembly_was_built_against_another_api()
    {
        string folder = new PluginBuilder(Folder.Combine("build")).Package(
            "Acme.Cross", PluginBuilder.Listing("cross", major: Abi.Major + 1) + PluginBuilder.Factory("\"cross\""));
        Packages.Pack(folder);

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("plugin_api_version", error.Code);
        Assert.Contains($"{Abi.Major + 1}.0", error.Message);
    }

    [Fact]
    public async Task A_package_that_says_so_in_its_tags()
    {
        Packages.Strategy("Acme.Cross", change: package => Retag(package, $"backtest-abi-{Abi.Major}.{Abi.Minor + 1}"));

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("plugin_api_version", error.Code);
        Assert.Contains($"{Abi.Major}.{Abi.Minor + 1}", error.Message);
    }

    [Theory]
    [InlineData("Acme.Cross.dll")]
    [InlineData("Acme.Cross.deps.json")]
    public async Task A_package_without_its_assembly_or_dependency_file(string file)
    {
        string folder = new PluginBuilder(Folder.Combine("build")).Strategy("Acme.Cross", "cross");
        File.Delete(Path.Combine(folder, file));
        Packages.Pack(folder);

        Assert.Contains(file, (await RefusesAsync("Acme.Cross")).Message);
    }

    [Fact]
    public async Task A_package_that_says_it_is_another()
    {
        File.Move(Packages.Strategy("Acme.Trend"), Path.Combine(Packages.Feed, "Acme.Cross.1.0.0.nupkg"));

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.True(error.Code is "package_identity" or "package_missing", error.ToString());
    }

    [Theory]
    [InlineData("../Acme")]
    [InlineData("Acme/Cross")]
    [InlineData("")]
    [InlineData("NUL")]
    [InlineData("con.x")]
    [InlineData(".hidden")]
    public async Task An_id_that_is_none(string id) => Assert.Equal("package_id", (await RefusesAsync(id)).Code);

    [Fact]
    public async Task A_version_that_is_none()
    {
        Packages.Strategy("Acme.Cross");

        Assert.Equal("package_version", (await RefusesAsync("Acme.Cross", "newest")).Code);
    }

    [Fact]
    public async Task A_version_that_is_not_there_names_those_that_are()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "1.1.0");

        InputError error = await RefusesAsync("Acme.Cross", "3.0.0");

        Assert.Equal("package_missing", error.Code);
        Assert.Contains("1.1.0, 1.0.0", error.Fix);
    }

    [Fact]
    public async Task A_package_that_is_not_there_names_the_sources()
    {
        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_missing", error.Code);
        Assert.Contains("'feed'", error.Message);
    }

    [Fact]
    public async Task A_package_that_was_replaced_at_its_source()
    {
        await InstallWithOneGoodVersionAsync();
        Packages.Strategy("Acme.Cross", change: package => package.Description = "Another.");
        Directory.Delete(Path.Combine(Place.Path, "Acme.Cross"), recursive: true);

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_mismatch", error.Code);
        Assert.Contains(Assert.Single(Lock.Packages).PackageSha256, error.Message);
        Assert.Contains("backtest plugins remove Acme.Cross", error.Fix);
    }

    private static InstallOptions With(ArchiveLimits limits) => new() { Limits = limits };

    private static void Retag(PackageBuilder package, string abi)
    {
        package.Tags.Remove("backtest-abi-1.0");
        package.Tags.Add(abi);
    }

    private Task<PackageChange> InstallWithOneGoodVersionAsync()
    {
        Packages.Strategy("Acme.Cross");
        return InstallAsync("Acme.Cross");
    }
}
