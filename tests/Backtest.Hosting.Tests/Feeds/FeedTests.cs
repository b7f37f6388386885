using Backtest.Hosting;
using Backtest.Tests.Packages;

namespace Backtest.Tests.Feeds;

public sealed class FeedTests : InstallTests
{
    [Fact]
    public async Task A_package_is_installed_from_a_feed_given_by_its_address()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "1.1.0");
        using FeedServer server = new(Packages.Feed);

        PackageChange change = await Installer(source: server.Index).InstallAsync("Acme.Cross", version: null, Cancellation);

        Assert.Equal(("1.1.0", "127.0.0.1"), (change.Package.Version, change.Package.Source));
        Assert.Equal("Acme.Cross", Assert.Single(Catalogs.Scan(Place.Path).Packages).Id);
    }

    [Fact]
    public async Task The_lock_file_holds_no_address()
    {
        Packages.Strategy("Acme.Cross");
        using FeedServer server = new(Packages.Feed);

        await Installer(source: server.Index + "?token=secret").InstallAsync("Acme.Cross", "1.0.0", Cancellation);

        Assert.DoesNotContain("http", File.ReadAllText(Place.LockFile!));
        Assert.DoesNotContain("secret", File.ReadAllText(Place.LockFile!));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_listed_is_taken_only_when_named()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "2.0.0", package => package.Description = "unlisted");
        using FeedServer server = new(Packages.Feed);
        PluginInstaller installer = Installer(source: server.Index);

        Assert.Equal("1.0.0", (await installer.InstallAsync("Acme.Cross", version: null, Cancellation)).Package.Version);
        Assert.Equal("2.0.0", (await installer.InstallAsync("Acme.Cross", "2.0.0", Cancellation)).Package.Version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1.0.0")]
    public async Task A_package_that_is_not_there_is_answered_with_the_one_that_was_probably_meant(string? version)
    {
        Packages.Strategy("Acme.Cross");
        Packages.Strategy("Acme.Momentum");
        using FeedServer server = new(Packages.Feed);
        Configure(server);

        InputError error = await RefusesAsync(() => Installer().InstallAsync("Acme.Momentom", version, Cancellation));

        Assert.StartsWith("there is no package Acme.Momentom in 'private'", error.Message);
        Assert.StartsWith("Did you mean Acme.Momentum? ", error.Fix);
        Assert.StartsWith("To list plugin packages, use backtest plugins search", (await RefusesAsync("Other.Thing")).Fix);
    }

    [Fact]
    public async Task Credentials_of_the_configuration_are_given()
    {
        Packages.Strategy("Acme.Cross");
        using FeedServer server = new(Packages.Feed, credentials: "reader:let me in");
        Configure(server, """
            <packageSourceCredentials>
              <private><add key="Username" value="reader" /><add key="ClearTextPassword" value="let me in" /></private>
            </packageSourceCredentials>
            """);

        PackageChange change = await InstallAsync("Acme.Cross");

        Assert.Equal("private", change.Package.Source);
    }

    [Fact]
    public async Task A_feed_that_wants_credentials_is_named_with_how_to_give_them()
    {
        using FeedServer server = new(Packages.Feed, credentials: "reader:let me in");
        Configure(server);

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Contains("'private' denies access", error.Message);
        Assert.Contains("packageSourceCredentials", error.Fix);
    }

    [Fact]
    public async Task A_feed_that_is_down_is_named()
    {
        Configure($"http://127.0.0.1:{FeedServer.FreePort()}/v3/index.json?token=secret");

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Equal("package_source", error.Code);
        Assert.Contains("'private' cannot be read", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public async Task An_address_that_is_no_feed_is_named()
    {
        using FeedServer server = new(Packages.Feed);

        InputError error = await RefusesAsync(
            () => Installer(source: server.Root + "elsewhere").InstallAsync("Acme.Cross", version: null, Cancellation));

        Assert.Equal("package_source", error.Code);
    }

    [Fact]
    public async Task A_feed_over_http_on_another_machine_is_refused_unless_the_configuration_allows_it()
    {
        Configure("http://example.invalid/v3/index.json");

        Assert.Contains("http", (await RefusesAsync("Acme.Cross")).Message);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        Configure("nowhere");

        Assert.Contains("nowhere", (await RefusesAsync("Acme.Cross")).Message);
    }

    [Fact]
    public async Task A_source_that_is_none_is_an_error() =>
        Assert.Equal("package_sources", (await RefusesAsync(() => Task.FromResult(Installer(source: "nowhere")))).Code);

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_an_error()
    {
        File.WriteAllText(Path.Combine(Project, "nuget.config"), "<configuration>");

        Assert.Equal("package_sources", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task Source_mapping_keeps_a_package_to_its_source()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        new PackageFactory(Folder.Combine("public")).Strategy("Acme.Cross", "99.0.0");
        Configure(Folder.Combine("public"), """
            <packageSourceMapping>
              <packageSource key="feed"><package pattern="Acme.*" /></packageSource>
              <packageSource key="private"><package pattern="*" /></packageSource>
            </packageSourceMapping>
            """);

        Assert.Equal("1.0.0", (await InstallAsync("Acme.Cross")).Package.Version);
    }

    [Fact]
    public async Task Of_two_sources_the_one_with_the_newer_version_is_taken()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        new PackageFactory(Folder.Combine("other")).Strategy("Acme.Cross", "1.1.0");
        Configure(Folder.Combine("other"));

        Assert.Equal("private", (await InstallAsync("Acme.Cross")).Package.Source);
    }

    [Fact]
    public async Task What_is_locked_is_restored_though_another_source_is_down()
    {
        Packages.Strategy("Acme.Cross");
        await InstallAsync("Acme.Cross");
        Directory.Delete(Path.Combine(Place.Path, "Acme.Cross"), recursive: true);
        Configure($"http://127.0.0.1:{FeedServer.FreePort()}/v3/index.json");

        Assert.Equal(PackageOutcome.Restored, (await InstallAsync("Acme.Cross")).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_finds_plugins_alone_whether_or_not_the_feed_knows_package_types(bool filtersByType)
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Library", change: package =>
        {
            package.PackageTypes.Clear();
            package.Tags.Clear();
        });
        Packages.Strategy("Other.Trend");
        using FeedServer server = new(Packages.Feed, filtersByType: filtersByType);

        PluginSources sources = PluginSources.Read(Project, server.Index);

        FoundPackage found = Assert.Single(await sources.SearchAsync("acme", prerelease: false, Cancellation));

        Assert.Equal(("Acme.Cross", "1.0.0", "Tries plugins.", "127.0.0.1"), (found.Id, found.Version, found.Description, found.Source));
        Assert.Contains("strategy", found.Tags);
        Assert.Equal(filtersByType, server.Requests.Any(request => request.Contains("packageType=BacktestPlugin")));
    }

    [Fact]
    public async Task A_search_of_a_folder_shows_the_newest_version_of_each_plugin()
    {
        Packages.Strategy("Acme.Cross", "1.9.0");
        Packages.Strategy("Acme.Cross", "1.10.0");
        Packages.Strategy("Acme.Cross", "2.0.0-beta.1");
        Packages.Strategy("Acme.Library", change: package => package.PackageTypes.Clear());
        PluginSources sources = PluginSources.Read(Project, source: null);

        Assert.Equal("1.10.0", Assert.Single(await sources.SearchAsync("", prerelease: false, Cancellation)).Version);
        Assert.Equal("2.0.0-beta.1", Assert.Single(await sources.SearchAsync("cross", prerelease: true, Cancellation)).Version);
    }

    private void Configure(FeedServer server, string more = "") => Configure(server.Index, more, keepsFolder: false);

    private void Configure(string source, string more = "", bool keepsFolder = true) => File.WriteAllText(
        Path.Combine(Project, "nuget.config"),
        $"""
        <configuration>
          <packageSources>
            <clear />
            {(keepsFolder ? "<add key=\"feed\" value=\"../feed\" />" : "")}
            <add key="private" value="{source}" {(source.Contains("://", StringComparison.Ordinal) ? "protocolVersion=\"3\"" : "")} />
          </packageSources>
          {more}
        </configuration>
        """);
}
