using System.Text.Json.Nodes;
using Backtest.Tests.Feeds;

namespace Backtest.Tests.Packages;

public sealed class PluginPackageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackageFactory _packages;

    public PluginPackageCommandTests()
    {
        _packages = new PackageFactory(_folder.Combine("feed"));
        _folder.Write("""
            <configuration>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """, "nuget.config");
    }

    private string Deps => _folder.Combine("plugins.d", "Acme.Cross", "Acme.Cross.deps.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_is_searched_installed_listed_and_removed()
    {
        _packages.Strategy("Acme.Cross", "1.2.3");

        ToolResult search = Tool.Run(_folder.Path, "plugins", "search", "cross");
        ToolResult install = Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross");
        ToolResult list = Tool.Run(_folder.Path, "plugins", "list");
        ToolResult remove = Tool.Run(_folder.Path, "plugins", "remove", "Acme.Cross");

        Assert.Matches(@"Acme\.Cross\s+1\.2\.3\s+strategy\s+Tries plugins\.", search.Output);
        Assert.StartsWith("installed Acme.Cross 1.2.3 from feed: ", install.Output);
        Assert.Contains("strategy cross: Tries cross.", install.Output);
        Assert.Matches(@"^downloading Acme\.Cross 1\.2\.3 from feed \([\d,]+ bytes\)\s*$", install.Error);
        Assert.Contains("Acme.Cross 1.2.3, plugins.d", list.Output);
        Assert.StartsWith("removed Acme.Cross 1.2.3", remove.Output);
        Assert.Equal([0, 0, 0, 0], new[] { search, install, list, remove }.Select(result => result.ExitCode));
        Assert.False(Directory.Exists(_folder.Combine("plugins.d", "Acme.Cross")));
    }

    [Fact]
    public void With_json_each_command_prints_one_document()
    {
        _packages.Strategy("Acme.Cross", "1.0.0");

        JsonNode found = Package("search", "cross");
        JsonNode installed = Package("install", "Acme.Cross");
        _packages.Strategy("Acme.Cross", "1.1.0");
        JsonNode updated = Package("update", "Acme.Cross");
        JsonNode verified = Package("verify");
        JsonNode removed = Package("remove", "Acme.Cross");

        Assert.Equal(["strategy"], found["kinds"]!.AsArray().Select(kind => (string)kind!));
        Assert.Equal("installed", (string)installed["outcome"]!);
        Assert.Equal(("updated", "1.0.0", "1.1.0"),
            ((string)updated["outcome"]!, (string)updated["previousVersion"]!, (string)updated["version"]!));
        Assert.Equal("ok", (string)verified["state"]!);
        Assert.Equal("removed", (string)removed["outcome"]!);
    }

    [Fact]
    public void Install_without_a_package_restores_what_is_locked()
    {
        _packages.Strategy("Acme.Cross");
        Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross@1.0.0");
        Directory.Delete(_folder.Combine("plugins.d"), recursive: true);

        ToolResult result = Tool.Run(_folder.Path, "plugins", "install");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith("restored Acme.Cross 1.0.0", result.Output);
        Assert.True(File.Exists(Deps));
    }

    [Fact]
    public void A_package_for_the_user_goes_to_the_users_folder_with_a_lock_file_beside()
    {
        _packages.Strategy("Acme.Cross");

        ToolResult result = Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross", "--user");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(Directory.Exists(_folder.Combine("home", "plugins", "Acme.Cross")));
        Assert.True(File.Exists(_folder.Combine("home", "plugins.lock.json")));
        Assert.False(Directory.Exists(_folder.Combine("plugins.d")));
    }

    [Fact]
    public void A_feed_named_on_the_command_line_and_a_project_elsewhere_are_used()
    {
        PackageFactory other = new(_folder.Combine("other"));
        other.Strategy("Acme.Trend");
        Directory.CreateDirectory(_folder.Combine("project"));
        using FeedServer server = new(other.Feed);

        ToolResult result = Tool.Run(
            _folder.Path, "plugins", "install", "Acme.Trend", "--source", server.Index, "--project", "project");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.True(Directory.Exists(_folder.Combine("project", "plugins.d", "Acme.Trend")));
    }

    [Fact]
    public void Credentials_come_from_the_environment_as_nuget_takes_them()
    {
        _packages.Strategy("Acme.Cross");
        using FeedServer server = new(_packages.Feed, credentials: "reader:let me in");
        _folder.Write($"""
            <configuration>
              <packageSources><clear /><add key="private" value="{server.Index}" allowInsecureConnections="true" /></packageSources>
            </configuration>
            """, "nuget.config");

        ToolResult without = Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross");
        ToolResult with = Tool.RunWith(
            [("NuGetPackageSourceCredentials_private", "Username=reader;Password=let me in")],
            _folder.Path, "plugins", "install", "Acme.Cross");

        Assert.Equal(2, without.ExitCode);
        Assert.Contains("'private' denies access", without.Error);
        Assert.True(with.ExitCode == 0, with.Error);
    }

    [Fact]
    public void A_run_whose_plugin_is_not_as_locked_is_refused_until_it_is_restored()
    {
        InstallAndUse();
        File.AppendAllText(Deps, " ");

        ToolResult refused = Tool.Run(_folder.Path, "validate", "run.yaml");
        ToolResult verified = Tool.Run(_folder.Path, "plugins", "verify");
        Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross");
        ToolResult allowed = Tool.Run(_folder.Path, "validate", "run.yaml", "--locked");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("To restore it, use backtest plugins install Acme.Cross", refused.Error);
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains("changed  Acme.Cross.deps.json", verified.Output);
        Assert.DoesNotContain("plugin_mismatch", allowed.Error);
        Assert.DoesNotContain("differs from what", allowed.Error);
    }

    [Fact]
    public void A_run_whose_locked_plugin_is_not_there_says_so()
    {
        InstallAndUse();
        Directory.Delete(_folder.Combine("plugins.d", "Acme.Cross"), recursive: true);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Acme.Cross 1.0.0 is not in", result.Error);
        Assert.Contains("To restore the packages in the lock file", result.Error);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    public void With_locked_a_dropped_in_folder_is_refused(string command)
    {
        _folder.Write(RunFile);
        new PluginBuilder(_folder.Combine("plugins.d")).Strategy("Acme.Cross", "cross");

        ToolResult result = Tool.Run(_folder.Path, command, "run.yaml", "--locked");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not in a lock file, which --locked requires", result.Error);
    }

    [Fact]
    public void With_locked_what_comes_with_the_tool_runs()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--locked");

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void A_bad_lock_file_stops_a_run_and_an_install_and_is_left_as_it_is()
    {
        _packages.Strategy("Acme.Cross");
        _folder.Write(RunFiles.Small);
        _folder.Write("{\n  \"version\": 9\n}\n", "plugins.lock.json");

        ToolResult run = Tool.Run(_folder.Path, "run", "run.yaml");
        ToolResult install = Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross");

        Assert.All([run, install], result => Assert.Equal(2, result.ExitCode));
        Assert.All([run, install], result => Assert.Contains("plugins.lock.json:2: the file has format version 9", result.Error));
        Assert.Equal("{\n  \"version\": 9\n}\n", File.ReadAllText(_folder.Combine("plugins.lock.json")));
        Assert.False(Directory.Exists(_folder.Combine("plugins.d")));
    }

    [Theory]
    [InlineData("there is no package Acme.Nothing", "install", "Acme.Nothing")]
    [InlineData("is not a version", "install", "Acme.Cross@")]
    [InlineData("cannot be the id", "install", "../Acme.Cross")]
    [InlineData("there is nothing to restore", "install")]
    [InlineData("was not installed from a package", "update", "Acme.Cross")]
    [InlineData("was not installed from a package", "remove", "Acme.Cross")]
    [InlineData("--source is not an existing folder", "install", "Acme.Cross", "--source", "nowhere")]
    [InlineData("the folder does not exist", "install", "Acme.Cross", "--project", "nowhere")]
    public void A_command_that_cannot_be_done_says_why_and_changes_nothing(string message, params string[] arguments)
    {
        _packages.Strategy("Acme.Cross");

        ToolResult result = Tool.Run(_folder.Path, ["plugins", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(message, result.Error);
        Assert.False(Directory.Exists(_folder.Combine("plugins.d")));
        Assert.False(File.Exists(_folder.Combine("plugins.lock.json")));
    }

    [Fact]
    public void A_feed_that_is_down_is_an_error_with_its_name()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "plugins", "install", "Acme.Cross", "--source", $"http://127.0.0.1:{FeedServer.FreePort()}/index.json", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'127.0.0.1' cannot be read", (string)result.Json["error"]!["message"]!);
    }

    private static string RunFile => RunFiles.Small.Replace(
        "type: sma-cross, parameters: {fast: 5, slow: 20}", "type: cross", StringComparison.Ordinal);

    private void InstallAndUse()
    {
        _packages.Strategy("Acme.Cross");
        _folder.Write(RunFile);
        Tool.Run(_folder.Path, "plugins", "install", "Acme.Cross");
    }

    private JsonNode Package(params string[] arguments)
    {
        ToolResult result = Tool.Run(_folder.Path, ["plugins", .. arguments, "--json"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return Assert.Single(result.Json["packages"]!.AsArray())!;
    }
}
