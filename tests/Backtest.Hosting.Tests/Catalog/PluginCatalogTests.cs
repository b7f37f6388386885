using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Tests.Catalog;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => _folder.Combine("place");

    private string OtherPlace => _folder.Combine("other");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plugin_is_listed_with_what_its_assembly_says_of_it()
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");

        PluginPackage package = Assert.Single(Catalogs.Scan(Place).Packages);

        Assert.Empty(package.Problems);
        Assert.Equal("Acme.Cross", package.Id);
        Assert.Equal("1.2.3", package.Version);
        PluginListing plugin = Assert.Single(package.Plugins);
        Assert.Equal(new PluginListing(PluginKind.Strategy, "cross", "Factory", Abi.Major, Abi.Minor, "Tries cross.", "{}"), plugin);
    }

    [Fact]
    public void Listing_and_finding_run_none_of_a_plugins_code()
    {
        string witness = _folder.Combine("witness");
        new PluginBuilder(Place).Package("Acme.Loud", $$"""
            {{PluginBuilder.Listing("loud")}}
            {{PluginBuilder.Factory("\"loud\"")}}
            static class Start
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() => System.IO.File.WriteAllText(@"{{witness}}", "ran");
            }
            """);

        PluginChoice? choice = Catalogs.Scan(Place).Find(PluginKind.Strategy, "loud");
        Assert.False(File.Exists(witness));

        using PluginLoader loader = new([typeof(PluginFactory).Assembly]);
        loader.Load(choice!);
        Assert.True(File.Exists(witness));
    }

    [Fact]
    public void A_place_someone_named_must_exist()
    {
        InputException exception = Assert.Throws<InputException>(() => Catalogs.Scan(_folder.Combine("nowhere")));

        Assert.Equal("plugin_folder_missing", Assert.Single(exception.Errors).Code);
    }

    [Fact]
    public void Of_one_package_in_two_places_the_first_wins()
    {
        string first = new PluginBuilder(Place).Strategy("Acme.Cross", "cross", "2.0.0");
        new PluginBuilder(OtherPlace).Strategy("Acme.Cross", "cross", "1.0.0");

        PluginCatalog catalog = Catalogs.Scan(Place, OtherPlace);

        Assert.Equal("2.0.0", catalog.Find(PluginKind.Strategy, "cross")!.Package.Version);
        Assert.Equal([null, first], catalog.Packages.Select(package => package.HiddenBy));
    }

    [Fact]
    public void An_id_in_two_packages_is_an_error_only_when_used_and_lists_both()
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");
        new PluginBuilder(Place).Strategy("Other.Cross", "cross");
        new PluginBuilder(Place).Strategy("Other.Trend", "trend");

        PluginCatalog catalog = Catalogs.Scan(Place);

        Assert.NotNull(catalog.Find(PluginKind.Strategy, "trend"));
        InputError error = Assert.Single(Assert.Throws<InputException>(() => catalog.Find(PluginKind.Strategy, "cross")).Errors);
        Assert.Equal("ambiguous_plugin", error.Code);
        Assert.Contains("Acme.Cross/cross", error.Message);
        Assert.Contains("Other.Cross/cross", error.Message);
    }

    [Fact]
    public void Package_and_id_choose_between_two_packages()
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");
        new PluginBuilder(Place).Strategy("Other.Cross", "cross");

        Assert.Equal("Other.Cross", Catalogs.Scan(Place).Find(PluginKind.Strategy, "Other.Cross/cross")!.Package.Id);
    }

    [Theory]
    [InlineData("trend")]
    [InlineData("Other.Cross/cross")]
    public void What_is_not_there_is_not_found(string type)
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");

        Assert.Null(Catalogs.Scan(Place).Find(PluginKind.Strategy, type));
    }

    [Fact]
    public void A_plugin_of_another_kind_is_not_found()
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");

        Assert.Null(Catalogs.Scan(Place).Find(PluginKind.Classifier, "cross"));
    }

    [Fact]
    public void A_package_with_problems_hurts_only_who_uses_it()
    {
        new PluginBuilder(Place).Strategy("Acme.Cross", "cross");
        string listing = PluginBuilder.Listing("trend", major: Abi.Major + 1);
        new PluginBuilder(Place).Package("Old.Trend", listing + PluginBuilder.Factory("\"trend\""));

        PluginCatalog catalog = Catalogs.Scan(Place);

        Assert.NotNull(catalog.Find(PluginKind.Strategy, "cross"));
        Assert.Equal(["cross"], catalog.Ids(PluginKind.Strategy));
        Assert.Throws<InputException>(() => catalog.Find(PluginKind.Strategy, "trend"));
    }

    [Fact]
    public void A_package_that_cannot_be_read_says_so_when_it_is_named()
    {
        Directory.CreateDirectory(Path.Combine(Place, "Empty"));

        InputException exception = Assert.Throws<InputException>(() => Catalogs.Scan(Place).Find(PluginKind.Strategy, "Empty/cross"));

        Assert.Equal("not_a_plugin", Assert.Single(exception.Errors).Code);
    }
}
