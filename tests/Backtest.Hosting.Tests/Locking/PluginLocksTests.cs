using Backtest.Abstractions.Runtime;
using Backtest.Hosting;
using Backtest.Tests.Packages;

namespace Backtest.Tests.Locking;

public sealed class PluginLocksTests : InstallTests
{
    [Fact]
    public async Task Content_that_is_as_locked_is_loaded()
    {
        await InstallCrossAsync();

        Assert.Equal("cross", Load().Factory.Descriptor.Id);
    }

    [Fact]
    public async Task Content_that_was_changed_is_refused_with_the_words_that_mend_it()
    {
        await InstallCrossAsync();
        File.AppendAllText(InstalledFile("Acme.Cross", "Acme.Cross.deps.json"), " ");

        InputError error = Refusal();

        Assert.Equal("plugin_mismatch", error.Code);
        Assert.Contains(Assert.Single(Lock.Packages).Sha256, error.Message);
        Assert.All(
            ["plugins install Acme.Cross", "plugins update Acme.Cross", "plugins verify"], words => Assert.Contains(words, error.Fix));
    }

    [Fact]
    public async Task A_changed_plugin_runs_none_of_its_code()
    {
        await InstallCrossAsync();
        string witness = Folder.Combine("witness");
        Directory.Delete(Path.Combine(Place.Path, "Acme.Cross"), recursive: true);
        new PluginBuilder(Place.Path).Package("Acme.Cross", $$"""
            {{PluginBuilder.Listing("cross")}}
            {{PluginBuilder.Factory("\"cross\"")}}
            static class Start
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() => System.IO.File.WriteAllText(@"{{witness}}", "ran");
            }
            """);

        Assert.Equal("plugin_mismatch", Refusal().Code);
        Assert.False(File.Exists(witness));
    }

    [Fact]
    public void A_dropped_in_folder_is_loaded_unless_locked_is_asked_for()
    {
        new PluginBuilder(Place.Path).Strategy("Acme.Cross", "cross");

        Assert.Equal("cross", Load().Factory.Descriptor.Id);
        Assert.Equal("plugin_not_locked", Refusal(isStrict: true).Code);
    }

    [Fact]
    public void A_folder_named_on_the_command_line_is_refused_when_locked_is_asked_for()
    {
        new PluginBuilder(Folder.Combine("given")).Strategy("Acme.Cross", "cross");

        Assert.Equal("plugin_not_locked", Refusal(isStrict: true, commandLine: Folder.Combine("given")).Code);
    }

    [Theory]
    [InlineData("plugins.d")]
    [InlineData("plugins.d/")]
    public async Task A_lock_binds_its_folder_however_it_is_named(string name)
    {
        await InstallCrossAsync();
        File.AppendAllText(InstalledFile("Acme.Cross", "Acme.Cross.deps.json"), " ");

        Assert.Equal("plugin_mismatch", Refusal(commandLine: Path.Combine(Project, name)).Code);
    }

    [Fact]
    public void What_comes_with_the_tool_is_pinned_by_its_version()
    {
        new PluginBuilder(Folder.Combine("tool/plugins")).Strategy("Acme.Cross", "cross");

        Assert.Equal("cross", Load(isStrict: true).Factory.Descriptor.Id);
    }

    [Fact]
    public async Task What_is_locked_and_not_there_is_named()
    {
        await InstallCrossAsync();
        Directory.Delete(Path.Combine(Place.Path, "Acme.Cross"), recursive: true);
        PluginFolders places = Places();

        InputError error = Assert.Single(PluginLocks.Read(places, isStrict: false).NotInstalled(PluginCatalog.Scan(places)));

        Assert.Equal("plugin_not_installed", error.Code);
        Assert.Contains("Acme.Cross 1.0.0", error.Message);
    }

    private async Task InstallCrossAsync()
    {
        Packages.Strategy("Acme.Cross");
        await InstallAsync("Acme.Cross");
    }

    private InputError Refusal(bool isStrict = false, params string[] commandLine) =>
        Assert.Single(Assert.Throws<InputException>(() => Load(isStrict, commandLine)).Errors);

    private LoadedPlugin Load(bool isStrict = false, params string[] commandLine)
    {
        PluginFolders places = Places(commandLine);
        using PluginLoader loader = new([typeof(PluginFactory).Assembly], locks: PluginLocks.Read(places, isStrict));
        return loader.Load(PluginCatalog.Scan(places).Find(PluginKind.Strategy, "cross")!);
    }

    private PluginFolders Places(params string[] commandLine) =>
        PluginFolders.Usual(commandLine, Path.Combine(Project, "run.yaml"), [], Folder.Combine("tool"));
}
