using System.Reflection;
using System.Runtime.InteropServices;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Tests.Loading;

public sealed class DamagedPackageTests : IDisposable
{
    private static readonly Assembly[] Shared = [typeof(PluginFactory).Assembly];

    private readonly TemporaryFolder _folder = new();

    private PluginBuilder Builder => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_vanished_after_it_was_listed_is_reported()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");

        InputError error = LoadError(() => Directory.Delete(folder, recursive: true));

        Assert.Equal("plugin_gone", error.Code);
        Assert.Equal(folder, error.Position.File);
    }

    [Fact]
    public void A_plugin_replaced_by_another_after_it_was_listed_is_reported()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");

        InputError error = LoadError(() =>
        {
            Directory.Delete(folder, recursive: true);
            Builder.Strategy("Acme.Cross", "trend");
        });

        Assert.Equal("plugin_changed", error.Code);
    }

    [Fact]
    public void An_assembly_that_is_half_written_when_it_is_loaded_is_reported_at_its_place()
    {
        string file = Path.Combine(Builder.Strategy("Acme.Cross", "cross"), "Acme.Cross.dll");

        InputError error = LoadError(() => File.WriteAllBytes(file, File.ReadAllBytes(file)[..^512]));

        Assert.Equal("plugin_cut_short", error.Code);
        Assert.Equal(file, error.Position.File);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1500)]
    public void A_dependency_cut_short_is_named_before_it_is_loaded(int length)
    {
        string library = PluginBuilder.Library(
            _folder.Combine(".build", "Tables.dll"), "public static class Tables { public static string Name => \"1\"; }");
        string folder = Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + PluginBuilder.Factory("Tables.Name"), library);
        string file = Path.Combine(folder, "Tables.dll");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        InputError error = LoadError(() => { });

        Assert.Equal("plugin_cut_short", error.Code);
        Assert.Equal(file, error.Position.File);
    }

    [Fact]
    public void A_native_library_cut_short_is_named_before_it_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Its form is that of Linux.");
        string folder = Builder.Strategy("Acme.Cross", "cross");
        string file = Path.Combine(folder, "libtables.so");
        byte[] whole = File.ReadAllBytes(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"));
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);

        InputError error = LoadError(() => { });

        Assert.Equal("plugin_cut_short", error.Code);
        Assert.Equal(file, error.Position.File);
        File.WriteAllBytes(file, whole);
        using PluginLoader loader = new(Shared);
        Assert.Equal("cross", loader.Load(Find()).Factory.Descriptor.Id);
    }

    [Fact]
    public void A_package_mended_after_a_failed_try_is_loaded_by_the_same_loader()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        PluginChoice choice = Find();
        string file = Path.Combine(folder, "Acme.Cross.dll");
        byte[] whole = File.ReadAllBytes(file);
        using PluginLoader loader = new(Shared);
        File.WriteAllBytes(file, whole[..^1]);
        Assert.Throws<InputException>(() => loader.Load(choice));

        File.WriteAllBytes(file, whole);

        Assert.Equal("cross", loader.Load(choice).Factory.Descriptor.Id);
    }

    [Fact]
    public void The_copy_that_is_loaded_keeps_the_folders_of_native_libraries()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        string native = Path.Combine(folder, "runtimes", "unix", "native");
        Directory.CreateDirectory(native);
        File.WriteAllText(Path.Combine(native, "tables.txt"), "kept");
        using PluginLoader loader = new(Shared);

        string copy = loader.Load(Find()).Factory.GetType().Assembly.Location;

        Assert.Equal("kept", File.ReadAllText(Path.Combine(Path.GetDirectoryName(copy)!, "runtimes", "unix", "native", "tables.txt")));
    }

    private InputError LoadError(Action meanwhile)
    {
        PluginChoice choice = Find();
        meanwhile();
        using PluginLoader loader = new(Shared);
        return Assert.Single(Assert.Throws<InputException>(() => loader.Load(choice)).Errors);
    }

    private PluginChoice Find() => Catalogs.Scan(_folder.Path).Find(PluginKind.Strategy, "cross")!;
}
