using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

public sealed class OtherCommandsTests : IDisposable
{
    private static readonly string[] Bundled =
    [
        "breakout", "buy-and-hold", "cross-sectional-momentum", "hmm", "mean-reversion", "momentum", "pattern", "rebalancing", "sma-cross", "standard", "trend-following",
    ];

    private readonly TemporaryFolder _folder = new();

    public OtherCommandsTests() => _folder.Write(RunFiles.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validate_says_what_a_good_file_holds_and_writes_nothing()
    {
        ToolResult result = Tool.Run(_folder.Path, "validate", "run.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("is valid: 0 classifiers, 1 portfolio, 1 strategy.", result.Output);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Fact]
    public void A_plugin_folder_of_the_run_file_is_relative_to_it()
    {
        Directory.CreateDirectory(_folder.Combine("runs-of-mine/plugins-of-mine"));
        File.WriteAllText(_folder.Combine("runs-of-mine/run.yaml"), "plugins: [plugins-of-mine]\n" + RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "validate", "runs-of-mine/run.yaml");

        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void Graph_shows_the_tree_the_flow_and_what_plugins_handle()
    {
        ToolResult result = Tool.Run(_folder.Path, "graph", "run.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("RiskPortfolioContainer \"main\"", result.Output);
        Assert.Contains("Event flow of RiskPortfolioContainer", result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain("OnBar", result.Output);
    }

    [Fact]
    public void Graph_shows_handlers_and_plugins_where_all_is_asked_for()
    {
        ToolResult result = Tool.Run(_folder.Path, "graph", "run.yaml", "--all");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("strategy sma-cross", result.Output);
        Assert.Contains("OnBar(BarEvent) → SignalEvent", result.Output);
    }

    [Theory]
    [InlineData("mermaid", "flowchart TD\n")]
    [InlineData("dot", "digraph run {\n")]
    public void Graph_draws_in_other_languages(string format, string beginning) =>
        Assert.StartsWith(beginning, Tool.Run(_folder.Path, "graph", "run.yaml", "--format", format).Output);

    [Fact]
    public void Plugins_list_shows_what_comes_with_the_tool()
    {
        JsonArray plugins = Tool.Run(_folder.Path, "plugins", "list", "--json").Json["plugins"]!.AsArray();

        Assert.Equal(Bundled, plugins.Select(plugin => (string)plugin!["id"]!).Order(StringComparer.Ordinal));
        Assert.All(plugins, plugin => Assert.True((bool)plugin!["usable"]!));
    }

    [Fact]
    public void Plugins_list_shows_what_is_wrong_with_a_folder()
    {
        Directory.CreateDirectory(_folder.Combine("mine", "Broken"));

        ToolResult result = Tool.Run(_folder.Path, "plugins", "list", "--plugins", "mine");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the folder contains no Broken.dll", result.Output);
    }

    [Fact]
    public void Plugins_info_shows_each_parameter_with_default_and_range()
    {
        ToolResult result = Tool.Run(_folder.Path, "plugins", "info", "sma-cross");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"fast\s+integer\s+10\s+≥ 1", result.Output);
    }

    [Fact]
    public void Doctor_finds_a_sound_installation_well()
    {
        ToolResult result = Tool.Run(_folder.Path, "doctor", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            ["plugins", "tree", "order of events", "isolation", "sharing", "repeatability"],
            result.Json["checks"]!.AsArray().Select(check => (string)check!["check"]!));
    }

    [Fact]
    public void Doctor_finds_a_broken_plugin()
    {
        Directory.CreateDirectory(_folder.Combine("mine", "Broken"));

        ToolResult result = Tool.Run(_folder.Path, "doctor", "--plugins", "mine");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("FAIL  plugins", result.Output);
    }

    [Fact]
    public void Schema_knows_the_parameters_of_every_plugin()
    {
        ToolResult result = Tool.Run(_folder.Path, "schema");

        Assert.Equal(0, result.ExitCode);
        Assert.All(Bundled, id => Assert.Contains($"\"{id}\"", result.Json.ToJsonString()));
        Assert.Contains("lookback", result.Output);
    }

    [Fact]
    public void Help_names_only_what_is_there()
    {
        ToolResult result = Tool.Run(_folder.Path, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(["run", "graph", "validate", "report", "why", "diff", "rerun", "audit", "plugins", "doctor", "schema"], name => Assert.Contains($"  {name} ", result.Output));
        Assert.All(["serve", "install", "optimize"], name => Assert.DoesNotContain($"  {name} ", result.Output));
    }
}
