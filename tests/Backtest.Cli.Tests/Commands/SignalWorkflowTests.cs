using System.Text.Json.Nodes;
using Backtest.Tests.Samples;

namespace Backtest.Tests.Commands;

/// <summary>Runs that end with signals, and runs that begin with them.</summary>
public sealed class SignalWorkflowTests : IDisposable
{
    private const string SignalsAlone = """
        workflow: signals
        name: alone
        data: {source: synthetic, symbols: [AAA, BBB], bars: 600, seed: 7}
        portfolios:
          - name: ideas
            strategies:
              - {name: cross, type: sma-cross, parameters: {fast: 5, slow: 20}}
              - {name: slower, type: sma-cross, symbols: [BBB], parameters: {fast: 10, slow: 40}}
        signals: {horizons: [2, 10]}
        output: {directory: out, tables: csv}
        """;

    private const string Replay = """
        workflow: replay
        name: again
        data: {source: synthetic, symbols: [AAA, BBB], bars: 600, seed: 7}
        signals: {from: FROM}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies:
              - {name: cross}
        output: {directory: again, tables: csv}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_ends_with_signals_needs_no_money()
    {
        _folder.Write(SignalsAlone);

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("ideas/cross", result.Output);
        Assert.Contains("Expectancy", result.Output);
        Assert.Contains("Correlation", result.Output);
        Assert.DoesNotContain("reads its position", result.Output);
        string folder = Assert.Single(Directory.GetDirectories(_folder.Combine("out")));
        Assert.Equal(
            ["manifest.json", "regime_probabilities.csv", "regimes.csv", "report.html", "report.json", "signal_overlap.csv", "signal_statistics.csv", "signals.csv", "statistics.json"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        string header = File.ReadLines(Path.Combine(folder, "signals.csv")).First();
        Assert.EndsWith(",band,after,return_2,mfe_2,mae_2,return_10,mfe_10,mae_10", header);
    }

    [Fact]
    public void Its_document_has_its_manifest_and_its_statistics()
    {
        _folder.Write(SignalsAlone);

        JsonObject document = Tool.Run(_folder.Path, "run", "run.yaml", "--json", "--quiet").Json;

        Assert.Equal("signals", (string)document["manifest"]!["config"]!["workflow"]!);
        Assert.Equal(32, ((string)document["manifest"]!["eventStreamHash"]!).Length);
        JsonArray statistics = document["statistics"]!["statistics"]!.AsArray();
        Assert.Equal(10, statistics.Count); // two horizons: of cross for each and for both symbols, and of slower for one symbol and for all
        Assert.Contains(statistics, statistic => (string)statistic!["group"]! == "symbol" && (string?)statistic["symbol"] == "BBB");
        Assert.Single(document["statistics"]!["overlaps"]!.AsArray());
    }

    [Fact]
    public void A_strategy_that_goes_by_its_position_is_told_apart()
    {
        ToolResult result = Tool.Run(_folder.Path, "run", SampleFiles.Timeframes, "--set", "workflow=signals", "--set", "data.bars=5000");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("strategy 'mean-reversion' of portfolio 'fast' reads its position", result.Output);
        Assert.DoesNotContain("strategy 'sma-cross' of portfolio 'slow' reads its position", result.Output);
    }

    [Theory]
    [InlineData("first-run.yaml", "parquet")]
    [InlineData("hierarchy.yaml", "csv")]
    [InlineData("netting.yaml", "parquet")]
    [InlineData("momentum-ranking.yaml", "csv")]
    public void A_replay_of_a_sample_is_the_sample(string sample, string tables)
    {
        string file = Path.Combine(Path.GetDirectoryName(SampleFiles.FirstRun)!, sample);
        JsonObject full = Run(file, "--set", $"output.tables={tables}");
        JsonObject replay = Run(file, "--set", $"output.tables={tables}", "--set", "workflow=replay", "--set", $"signals.from={full["run"]}");

        Assert.Equal((string)full["manifest"]!["eventStreamHash"]!, (string)replay["manifest"]!["eventStreamHash"]!);
        Assert.NotEmpty(replay["manifest"]!["signals"]!.AsArray());
        foreach (string table in new[] { "fills", "equity", "trades", "orders", "signals" })
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine((string)full["run"]!, $"{table}.{tables}")),
                File.ReadAllBytes(Path.Combine((string)replay["run"]!, $"{table}.{tables}")));
        }
    }

    [Fact]
    public void Signals_measured_first_are_traded_by_their_names()
    {
        _folder.Write(SignalsAlone);
        string run = (string)Run("run.yaml")["run"]!;
        _folder.Write(Replay.Replace("FROM", run, StringComparison.Ordinal), "again.yaml");

        JsonObject replay = Run("again.yaml");

        Assert.True((int)replay["metrics"]!["total"]!["trades"]! > 10);
        Assert.DoesNotContain(replay["manifest"]!["plugins"]!.AsArray(), plugin => (string)plugin!["id"]! == "sma-cross");
    }

    [Fact]
    public void A_replay_without_signals_is_told_what_to_write()
    {
        _folder.Write(Replay.Replace("signals: {from: FROM}", "", StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("signals.from: 'from' is missing.", result.Error);
    }

    [Fact]
    public void Signals_that_are_not_there_are_told_with_their_place()
    {
        _folder.Write(Replay.Replace("FROM", "nowhere", StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "validate", "run.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("run.yaml:4: signals.from: there is no table of signals at ", result.Error);
    }

    [Fact]
    public void A_column_left_out_is_named()
    {
        _folder.Write(SignalsAlone);
        string table = Path.Combine((string)Run("run.yaml")["run"]!, "signals.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace(",trailing_stop,", ",trailing,", StringComparison.Ordinal));
        _folder.Write(Replay.Replace("FROM", table, StringComparison.Ordinal), "again.yaml");

        ToolResult result = Tool.Run(_folder.Path, "run", "again.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the table has no column 'trailing_stop'", result.Error);
    }

    [Fact]
    public void Other_data_is_warned_of()
    {
        string data = Path.Combine(Path.GetDirectoryName(SampleFiles.FirstRun)!, "data", "spx-daily.csv");
        string copy = _folder.Combine("copy.csv");
        File.WriteAllLines(copy, File.ReadLines(data).Take(4000));
        string run = (string)Run(SampleFiles.FirstRun)["run"]!;

        ToolResult result = Tool.Run(
            _folder.Path, "run", SampleFiles.FirstRun, "--set", "workflow=replay", "--set", $"signals.from={run}", "--set", $"data.path={copy}");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("the signals were made from different data than this run reads", result.Output);
        Assert.Contains("were given at times for which the data has no bar, the first at 20", result.Output);
    }

    private JsonObject Run(params IEnumerable<string> arguments)
    {
        ToolResult result = Tool.Run(_folder.Path, ["run", .. arguments, "--json", "--quiet"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Json;
    }
}
