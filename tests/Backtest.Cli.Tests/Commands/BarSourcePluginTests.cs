using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

public sealed class BarSourcePluginTests : IDisposable
{
    private const string RunFile = """
        name: ramp
        data: {source: ramp, path: first.txt, parameters: {step: 2, days: 5}}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies: [{type: steady}]
        output: {directory: out, tables: csv}
        """;

    private readonly TemporaryFolder _folder = new();

    public BarSourcePluginTests()
    {
        File.WriteAllText(_folder.Combine("first.txt"), "50");
        _folder.Write(RunFile);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_reads_its_bars_from_a_plugin()
    {
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--plugins", Tool.Fixtures);

        Assert.True(result.ExitCode == 0, result.Error);
        JsonNode document = JsonNode.Parse(result.Output)!;
        Assert.Equal(5, (int)document["manifest"]!["barsProcessed"]!);
        Assert.Equal("ramp:UP", (string)document["manifest"]!["data"]![0]!["path"]!);
        Assert.Contains(document["manifest"]!["plugins"]!.AsArray(), plugin => (string)plugin!["id"]! == "ramp");
        Assert.Equal(100_070, (double)document["metrics"]!["total"]!["finalEquity"]!); // bought at 52, worth 59
    }

    [Fact]
    public void A_first_day_of_trading_that_its_bars_do_not_reach_ends_the_run_without_a_folder()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "run", "run.yaml", "--plugins", Tool.Fixtures, "--set", "data.trade_from=2020-02-01");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("data.trade_from: trading would have begun on 2020-02-01, but the data ended before that day", result.Error);
        Assert.False(Directory.Exists(_folder.Combine("out")) && Directory.EnumerateFileSystemEntries(_folder.Combine("out")).Any());
    }

    [Fact]
    public void Its_parameters_are_checked_like_any_plugin_s()
    {
        ToolResult result = Tool.Run(_folder.Path, "validate", "run.yaml", "--plugins", Tool.Fixtures, "--set", "data.parameters.days=0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("data.parameters.days: found 0, expected", result.Error);
    }

    [Fact]
    public void It_is_listed_and_in_the_schema()
    {
        Assert.Contains("bar-source", Tool.Run(_folder.Path, "plugins", "list", "--plugins", Tool.Fixtures).Output);
        JsonNode schema = JsonNode.Parse(Tool.Run(_folder.Path, "schema", "--plugins", Tool.Fixtures).Output)!;
        JsonNode[] sources = [.. schema["$defs"]!["source"]!["oneOf"]!.AsArray().Select(source => source!["properties"]!["source"]!)];
        Assert.Equal(["csv", "catalog", "lean", "synthetic"], sources[..^1].Select(source => (string?)source["enum"]![0]));
        string[] plugins = [.. sources[^1]["anyOf"]!.AsArray().Select(word => (string?)word!["const"]).OfType<string>()];
        Assert.Equal(["ramp", "waiting-source"], plugins);
    }

    [Fact]
    public void One_that_is_not_there_is_told()
    {
        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'ramp' is not a source; expected csv, catalog, lean, synthetic or the id of a bar source plugin.", result.Error);
    }
}
