using System.Runtime.InteropServices;

namespace Backtest.Tests.Commands;

public sealed class DroppedPluginTests : IDisposable
{
    private const string TwoPlugins = """
        name: dropped
        data: {source: synthetic, symbols: [AAA], bars: 50}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies: [{type: fixture-sqlite}, {type: fixture-zones}]
        output: {directory: out, tables: csv}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plugins_run_with_a_native_library_and_with_different_versions_of_one_library_side_by_side()
    {
        _folder.Drop("Backtest.Fixtures.Sqlite", "Backtest.Fixtures.Zones");
        _folder.Write(TwoPlugins);

        Assert.Equal(["sqlite 42 nodatime 3.3.7.0", "nodatime 2.4.7.0"], Reasons(Tool.Run(_folder.Path, "run", "run.yaml", "--json")));
    }

    [Fact]
    public void A_missing_native_library_of_this_system_is_reported_before_anything_runs()
    {
        _folder.Drop("Backtest.Fixtures.Sqlite", "Backtest.Fixtures.Zones");
        _folder.Write(TwoPlugins);
        string own = Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier);
        Directory.Delete(_folder.Combine("plugins.d", "Backtest.Fixtures.Sqlite", own), recursive: true);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("e_sqlite3", result.Error);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Fact]
    public void Missing_native_libraries_of_other_systems_do_no_harm()
    {
        _folder.Drop("Backtest.Fixtures.Sqlite", "Backtest.Fixtures.Zones");
        _folder.Write(TwoPlugins);
        foreach (string system in Directory.GetDirectories(_folder.Combine("plugins.d", "Backtest.Fixtures.Sqlite", "runtimes")))
        {
            if (Path.GetFileName(system) != RuntimeInformation.RuntimeIdentifier)
                Directory.Delete(system, recursive: true);
        }

        Assert.Equal(0, Tool.Run(_folder.Path, "run", "run.yaml").ExitCode);
    }

    [Fact]
    public void Places_are_looked_through_in_their_order()
    {
        string[] places = ["command-line", "run-file", "plugins.d", "home/plugins"];
        foreach (string place in places)
            EntryPlugin.Build(_folder.Combine(place), reason: place);
        _folder.Write(EntryPlugin.RunFile + "\nplugins: [./run-file]\n");
        List<string> found = [];
        foreach (string place in places)
        {
            found.AddRange(Reasons(Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--plugins", "command-line")));
            Directory.Delete(_folder.Combine(place, EntryPlugin.Package), recursive: true);
        }

        Assert.Equal(places, found);
    }

    [Fact]
    public void A_plugin_for_another_framework_is_listed_with_what_is_wrong_and_is_fatal_only_when_it_is_used()
    {
        string folder = _folder.Combine("place");
        new PluginBuilder(folder).Package(
            "Acme.Later",
            PluginBuilder.Listing("later") + "[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v99.0\")]"
            + PluginBuilder.Factory("\"later\""));
        _folder.Write(RunFiles.Small);

        ToolResult list = Tool.Run(_folder.Path, "plugins", "list", "--plugins", "place");
        ToolResult other = Tool.Run(_folder.Path, "run", "run.yaml", "--plugins", "place");
        ToolResult used = Tool.Run(
            _folder.Path, "run", "run.yaml", "--plugins", "place", "--set", "portfolios.main.strategies.cross.type=later");

        Assert.Equal((0, 0, 2), (list.ExitCode, other.ExitCode, used.ExitCode));
        Assert.Contains(".NET 99.0", list.Output);
        Assert.Contains(".NET 99.0", used.Error);
    }

    [Fact]
    public void A_dependency_cut_short_is_named_and_does_not_crash_the_tool()
    {
        _folder.Drop("Backtest.Fixtures.Sqlite", "Backtest.Fixtures.Zones");
        _folder.Write(TwoPlugins);
        string file = _folder.Combine("plugins.d", "Backtest.Fixtures.Zones", "NodaTime.dll");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..200_000]);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("NodaTime.dll", result.Error);
    }

    [Theory]
    [InlineData("", "throw new System.InvalidOperationException(\"no luck\");")]
    [InlineData("throw new System.InvalidOperationException(\"no luck\");", "")]
    public void A_plugin_that_throws_while_it_is_set_up_is_told_with_its_place_in_the_run_file(string start, string validate)
    {
        EntryPlugin.Build(_folder.Combine("plugins.d"), start: start, validate: validate);
        _folder.Write(EntryPlugin.RunFile);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("plugin_threw", (string?)result.Json["error"]!["code"]);
        Assert.Equal("portfolios.main.strategies.entry", (string?)result.Json["error"]!["key"]);
        Assert.Contains("no luck", (string?)result.Json["error"]!["message"]);
    }

    private static string[] Reasons(ToolResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        return [.. Table.Read(Path.Combine((string)result.Json["run"]!, "signals.csv")).Select(row => row["reason"])];
    }
}
