using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Tests.Loading;

public sealed class PluginLoaderTests : IDisposable
{
    private static readonly Assembly[] Shared = [typeof(PluginFactory).Assembly];

    private readonly TemporaryFolder _folder = new();

    private PluginBuilder Builder => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_loaded_plugin_has_a_factory_of_the_hosts_own_type()
    {
        Builder.Strategy("Acme.Cross", "cross");
        using PluginLoader loader = new(Shared);

        LoadedPlugin plugin = loader.Load(Find("cross"));

        Assert.Equal("cross", plugin.Factory.Descriptor.Id);
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(plugin.Factory.GetType().Assembly));
    }

    [Fact]
    public void A_plugin_asked_for_twice_is_loaded_once()
    {
        Builder.Strategy("Acme.Cross", "cross");
        using PluginLoader loader = new(Shared);

        Assert.Same(loader.Load(Find("cross")), loader.Load(Find("cross")));
        Assert.Single(loader.Plugins);
    }

    [Fact]
    public void A_plugins_files_can_be_replaced_while_it_is_loaded()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        using PluginLoader loader = new(Shared);
        LoadedPlugin before = loader.Load(Find("cross"));

        Directory.Delete(folder, recursive: true);
        Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + PluginBuilder.Factory("\"replaced\""));
        using PluginLoader next = new(Shared);

        Assert.Equal("replaced", next.Load(Find("cross")).Factory.Descriptor.Id);
        Assert.Equal("cross", before.Factory.Descriptor.Id);
    }

    [Fact]
    public void A_plugin_folder_may_itself_be_a_link()
    {
        string build = new PluginBuilder(_folder.Combine(".build")).Strategy("Acme.Cross", "cross");
        Directory.CreateSymbolicLink(_folder.Combine("Acme.Cross"), build);
        using PluginLoader loader = new(Shared);

        Assert.Equal("cross", loader.Load(Find("cross")).Factory.Descriptor.Id);
    }

    [Fact]
    public void Two_plugins_may_carry_different_versions_of_one_library()
    {
        string[] versions = ["one", "two"];
        foreach (string version in versions)
        {
            string library = PluginBuilder.Library(
                _folder.Combine(".build", version, "Tables.dll"),
                $"public static class Tables {{ public static string Name => \"{version}\"; }}");
            Builder.Package("Acme." + version, PluginBuilder.Listing(version) + PluginBuilder.Factory("Tables.Name"), library);
        }

        using PluginLoader loader = new(Shared);

        Assert.Equal(versions, versions.Select(version => loader.Load(Find(version)).Factory.Descriptor.Id));
    }

    [Fact]
    public void A_plugin_on_another_copy_of_the_contract_is_reported()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        File.Copy(typeof(PluginFactory).Assembly.Location, Path.Combine(folder, "Backtest.Abstractions.dll"));
        using PluginLoader loader = new(sharedAssemblies: []);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => loader.Load(Find("cross"))).Errors);

        Assert.Contains("another copy of Backtest.Abstractions", error.Message);
    }

    [Fact]
    public void A_copy_of_the_contract_beside_a_plugin_does_no_harm_when_it_is_shared()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        File.Copy(typeof(PluginFactory).Assembly.Location, Path.Combine(folder, "Backtest.Abstractions.dll"));
        using PluginLoader loader = new(Shared);

        Assert.Equal("cross", loader.Load(Find("cross")).Factory.Descriptor.Id);
    }

    [Fact]
    public void A_factory_that_throws_is_reported_with_what_it_said()
    {
        string factory = PluginBuilder.Factory("\"cross\"", "public Factory() => throw new System.Exception(\"no luck\");");
        Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + factory);
        using PluginLoader loader = new(Shared);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => loader.Load(Find("cross"))).Errors);

        Assert.Equal("plugin_load", error.Code);
        Assert.Contains("no luck", error.Message);
    }

    [Fact]
    public void A_factory_that_cannot_describe_its_plugin_is_reported()
    {
        Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + PluginBuilder.Factory("(new string[0])[1]"));
        using PluginLoader loader = new(Shared);

        InputError error = Assert.Single(Assert.Throws<InputException>(() => loader.Load(Find("cross"))).Errors);

        Assert.Equal("plugin_load", error.Code);
    }

    [Fact]
    public void A_listed_class_that_is_no_factory_is_reported()
    {
        Builder.Package("Acme.Cross", PluginBuilder.Listing("cross") + "public class Factory;");
        using PluginLoader loader = new(Shared);

        Assert.Throws<InputException>(() => loader.Load(Find("cross")));
    }

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_the_place()
    {
        string folder = Builder.Strategy("Acme.Cross", "cross");
        PluginPackage package = Find("cross").Package;
        using PluginLoader loader = new(Shared);
        string loaded = loader.Load(Find("cross")).Sha256;

        Assert.Equal(package.ComputeSha256(), loaded);
        File.AppendAllText(Path.Combine(folder, "notes.txt"), "x");
        Assert.NotEqual(package.ComputeSha256(), loaded);
    }

    [Fact]
    public void Collectible_plugins_are_unloaded_with_their_loader()
    {
        Builder.Strategy("Acme.Cross", "cross");

        (WeakReference context, PluginUnloading unloading) = LoadAndDispose();

        Assert.Empty(unloading.Collect());
        Assert.False(context.IsAlive);
    }

    [Fact]
    public void What_keeps_a_plugin_in_memory_after_its_loader_is_told_of()
    {
        Builder.Strategy("Acme.Cross", "cross");
        (PluginUnloading unloading, object kept) = LoadAndKeep();

        Assert.Equal(["Acme.Cross"], unloading.Collect());
        GC.KeepAlive(kept);
    }

    [Fact]
    public void Copies_are_deleted_with_the_loader()
    {
        Builder.Strategy("Acme.Cross", "cross");
        PluginLoader loader = new(Shared);
        string copy = loader.Load(Find("cross")).Factory.GetType().Assembly.Location;
        Assert.True(File.Exists(copy));

        loader.Dispose();

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps loaded files.");
        Assert.False(File.Exists(copy));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Context, PluginUnloading Unloading) LoadAndDispose()
    {
        using PluginLoader loader = new(Shared, isCollectible: true);
        PluginFactory factory = loader.Load(Find("cross")).Factory;
        return (new WeakReference(AssemblyLoadContext.GetLoadContext(factory.GetType().Assembly)), loader.FollowUnloading());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (PluginUnloading Unloading, object Kept) LoadAndKeep()
    {
        using PluginLoader loader = new(Shared, isCollectible: true);
        object kept = loader.Load(Find("cross")).Factory;
        return (loader.FollowUnloading(), kept);
    }

    private PluginChoice Find(string id) => Catalogs.Scan(_folder.Path).Find(PluginKind.Strategy, id)!;
}
