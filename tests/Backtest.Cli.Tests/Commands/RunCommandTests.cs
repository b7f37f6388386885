using System.Text.Json.Nodes;

namespace Backtest.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private const string WithFault = """
        portfolios:
          - name: faulty
            capital: 50000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies:
              - {name: thrower, type: throwing, parameters: {at: 100}}
        """;

    private readonly TemporaryFolder _folder = new();

    private string[] RunFolders => Directory.Exists(_folder.Combine("out")) ? Directory.GetFileSystemEntries(_folder.Combine("out")) : [];

    public void Dispose() => _folder.Dispose();

    /// <summary>The CAGR and Sharpe cells in the summary's row of the total.</summary>
    private static string[] AnnualFigures(string output)
    {
        string total = output.Split('\n').Single(line => line.StartsWith("total", StringComparison.Ordinal));
        return total.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4..6];
    }

    /// <summary>The header and the last row of each day and portfolio; every bar has the date of its own day.</summary>
    private static IEnumerable<string> LastOfEachDay(string[] equity) =>
        [equity[0], .. equity[1..].GroupBy(Day).Select(day => day.Last())];

    private static string Day(string row)
    {
        string[] cells = row.Split(',');
        return $"{cells[1][..10]} {cells[2]}";
    }

    [Fact]
    public void A_run_ends_with_its_summary_and_one_run_folder()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.True(result.ExitCode == 0, result.Error);
        string folder = Assert.Single(RunFolders);
        Assert.Contains(folder, result.Output);
        Assert.Contains("total", result.Output);
        Assert.Contains("signals →", result.Output);
        Assert.Contains("100%", result.Error);
    }

    [Fact]
    public void The_summary_shows_no_annual_figure_for_less_than_three_months()
    {
        _folder.Write(RunFiles.Small);

        Assert.Equal(["-", "-"], AnnualFigures(Tool.Run(_folder.Path, "run", "run.yaml", "--set", "data.bars=89").Output));
        Assert.DoesNotContain("-", AnnualFigures(Tool.Run(_folder.Path, "run", "run.yaml", "--set", "data.bars=93").Output));
    }

    [Fact]
    public void Json_is_one_document_with_run_manifest_and_metrics_and_nothing_else_on_standard_output()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(["run", "manifest", "metrics"], result.Json.Select(property => property.Key));
        Assert.Equal(Assert.Single(RunFolders), (string?)result.Json["run"]);
        Assert.Equal("completed", (string?)result.Json["manifest"]!["status"]);
        Assert.Equal(100_000m, (decimal)result.Json["metrics"]!["total"]!["initialCapital"]!);
    }

    [Fact]
    public void The_manifest_names_the_plugins_used_with_the_hash_of_their_packages()
    {
        _folder.Write(RunFiles.Small);

        JsonArray plugins = Tool.Run(_folder.Path, "run", "run.yaml", "--json").Json["manifest"]!["plugins"]!.AsArray();

        Assert.Equal(["standard", "sma-cross"], plugins.Select(plugin => (string?)plugin!["id"]));
        Assert.All(plugins, plugin => Assert.Equal(64, ((string?)plugin!["sha256"])!.Length));
    }

    [Fact]
    public void Quiet_says_nothing()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--quiet");

        Assert.Equal(new ToolResult(0, "", ""), result);
        Assert.Single(RunFolders);
    }

    [Fact]
    public void Set_changes_a_value_of_the_file()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(
            _folder.Path, "run", "run.yaml", "--json", "--set", "portfolios.main.capital=250000", "--set", "name=changed");

        Assert.Equal(250_000m, (decimal)result.Json["metrics"]!["portfolios"]!["main"]!["initialCapital"]!);
        Assert.Contains("-changed-", (string?)result.Json["run"]);
    }

    [Fact]
    public void Output_names_another_folder_relative_to_the_working_directory()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--output", "elsewhere");

        Assert.Equal(_folder.Combine("elsewhere"), Path.GetDirectoryName((string?)result.Json["run"]));
        Assert.Empty(RunFolders);
    }

    [Fact]
    public void Neither_the_format_of_tables_nor_how_often_equity_is_written_changes_what_a_run_comes_to()
    {
        _folder.Write(RunFiles.Small);

        JsonObject all = Run();
        JsonObject none = Run("output.tables=none");
        JsonObject daily = Run("output.equity=daily");

        Assert.Equal(["manifest.json", "metrics.json"], Directory.GetFileSystemEntries((string)none["run"]!).Select(Path.GetFileName).Order());
        Assert.Equal(LastOfEachDay(Equity(all)), Equity(daily));
        foreach (JsonObject other in new[] { none, daily })
        {
            Assert.Equal((string?)all["manifest"]!["eventStreamHash"], (string?)other["manifest"]!["eventStreamHash"]);
            Assert.Equal((string?)all["manifest"]!["configHash"], (string?)other["manifest"]!["configHash"]);
            Assert.True(JsonNode.DeepEquals(all["metrics"], other["metrics"]));
        }

        JsonObject Run(params string[] changes)
        {
            ToolResult result = Tool.Run(
                _folder.Path, ["run", "run.yaml", "--json", .. changes.Append("data.timeframe=1h").SelectMany(change => new[] { "--set", change })]);
            Assert.True(result.ExitCode == 0, result.Error);
            return result.Json;
        }

        string[] Equity(JsonObject run) => File.ReadAllLines(Path.Combine((string)run["run"]!, "equity.csv"));
    }

    [Fact]
    public void Threads_change_no_result()
    {
        _folder.Write(RunFiles.Small);

        string?[] hashes = [.. new[] { "1", "4" }.Select(threads =>
            (string?)Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--threads", threads).Json["manifest"]!["eventStreamHash"])];

        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public void A_portfolio_without_trades_says_why()
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(
            _folder.Path, "run", "run.yaml", "--set", "portfolios.main.risk.parameters.sizer.value=0.5");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("no trades: every entry was vetoed, mostly for below_lot", result.Output);
    }

    [Fact]
    public void A_strategy_that_throws_stops_its_container_alone_and_the_run_ends_with_1()
    {
        _folder.Write(RunFiles.Small.Replace("portfolios:", WithFault, StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--plugins", Tool.Fixtures);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("faulted", (string?)result.Json["manifest"]!["status"]);
        Assert.Contains("faulty", result.Error);
        Assert.Contains("thrown on purpose", result.Error);
        Assert.True((int)result.Json["metrics"]!["portfolios"]!["main"]!["trades"]! > 0);
    }

    [Fact]
    public void A_run_that_stops_on_a_fault_shows_it_and_not_that_its_data_was_too_short()
    {
        _folder.Write(RunFiles.Small.Replace("portfolios:", WithFault.Replace("at: 100", "at: 3", StringComparison.Ordinal), StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--set", "execution.on_fault=stop", "--plugins", Tool.Fixtures);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("thrown on purpose", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", result.Error, StringComparison.Ordinal);
        Assert.Single(RunFolders);
    }

    [Fact]
    public async Task Control_C_keeps_the_partial_results_and_ends_with_130()
    {
        _folder.Write(RunFiles.Small.Replace(
            "type: sma-cross, parameters: {fast: 5, slow: 20}", "type: waiting, parameters: {at: 1000000}", StringComparison.Ordinal));
        using RunningTool tool = new(_folder.Path, "run", "run.yaml", "--json", "--set", "data.bars=2000000", "--set", "data.timeframe=1m", "--plugins", Tool.Fixtures);
        await tool.SaysAsync("waiting at bar 1000000");

        ToolResult result = await tool.InterruptAsync();

        Assert.Equal(130, result.ExitCode);
        JsonNode manifest = result.Json["manifest"]!;
        Assert.Equal("interrupted", (string?)manifest["status"]);
        Assert.InRange((long)manifest["barsProcessed"]!, 1, 1_999_999);
        Assert.Single(RunFolders);
    }

    [Fact]
    public void The_moving_average_golden_is_reproduced_to_the_last_trade()
    {
        string bars = GoldenFiles.Locate("sma-cross", "bars.csv");
        string trades = GoldenFiles.Locate("sma-cross", "trades.csv");
        _folder.Write($$$$"""
            name: golden
            data: {source: csv, path: "{{{{bars}}}}", symbols: [GOLD]}
            portfolios:
              - name: main
                capital: 10000000
                risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 100}}}
                strategies:
                  - {type: sma-cross, parameters: {fast: 10, slow: 30}}
            execution: {commission: {type: percent, value: 0.001}}
            output: {directory: out, tables: csv}
            """);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(9_992_570.8967m, (decimal)result.Json["metrics"]!["total"]!["finalEquity"]!);
        Assert.Equal(
            Table.Read(trades).Select(row => row.Decimals("entry_price", "exit_price", "size", "pnl_net")),
            Table.Read(Path.Combine((string)result.Json["run"]!, "trades.csv"))
                .Select(row => row.Decimals("entry_price", "exit_price", "quantity", "profit")));
    }
}
