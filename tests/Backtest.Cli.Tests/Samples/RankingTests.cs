namespace Backtest.Tests.Samples;

/// <summary>The sample that ranks symbols against each other.</summary>
public sealed class RankingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_trades_and_repeats_itself()
    {
        ToolResult result = Run();

        Assert.True((int)result.Json["metrics"]!["portfolios"]!["main"]!["trades"]! > 100);
        Assert.Equal((string)result.Json["manifest"]!["eventStreamHash"]!, (string)Run().Json["manifest"]!["eventStreamHash"]!);
    }

    [Fact]
    public void Nothing_is_bought_that_does_not_belong_to_the_universe()
    {
        IReadOnlyDictionary<string, string>[] entries = [.. Rows(Run(), "signals").Where(row => row["action"] == "enter")];

        Assert.DoesNotContain(entries, row => row["symbol"] == "FOXTROT" && string.CompareOrdinal(row["bar"], "2002-06-29") >= 0);
        Assert.DoesNotContain(entries, row => row["symbol"] == "ROMEO" && string.CompareOrdinal(row["bar"], "2002-06-29") < 0);
        Assert.Contains(entries, row => row["symbol"] == "FOXTROT");
        Assert.Contains(entries, row => row["symbol"] == "ROMEO");
    }

    [Fact]
    public void Manifest_names_the_universe() => Assert.EndsWith(
        "momentum-ranking-universe.csv", (string)Run().Json["manifest"]!["data"]![0]!["path"]!, StringComparison.Ordinal);

    [Fact]
    public void Graph_shows_what_the_strategy_hears() => Assert.Contains(
        "\nstrategy cross-sectional-momentum\n  OnTurn(BarEvent) → SignalEvent\n",
        Tool.Run(_folder.Path, "graph", SampleFiles.Ranking, "--all").Output, StringComparison.Ordinal);

    [Fact]
    public void A_universe_that_is_not_there_is_told_with_its_place()
    {
        ToolResult result = Tool.Run(
            _folder.Path, "validate", SampleFiles.Ranking, "--set", "portfolios.main.strategies.cross-sectional-momentum.universe=none.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("portfolios.main.strategies.cross-sectional-momentum.universe: there is no file ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_and_dividends_of_a_file_reach_positions_and_tables()
    {
        string actions = Path.Combine(_folder.Path, "actions.csv");
        File.WriteAllText(actions, "symbol,date,type,value\nALFA,2003-06-02,split,2:1\nALFA,2003-09-01,dividend,0.25\n");
        ToolResult result = Run("portfolios.main.strategies=[{type: buy-and-hold, symbols: [ALFA]}]", $"data.actions={actions}");

        IReadOnlyDictionary<string, string>[] rows = Rows(result, "actions");
        Assert.Equal([("split", "2003-06-02T00:00:00Z"), ("dividend", "2003-09-01T00:00:00Z")], rows.Select(row => (row["type"], row["time"])));
        Assert.True(decimal.Parse(rows[1]["cash"], System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Equal(rows[0]["quantity"], Assert.Single(Rows(result, "positions"))["quantity"]);
    }

    private ToolResult Run(params string[] changes)
    {
        ToolResult result = Tool.Run(
            _folder.Path,
            ["run", SampleFiles.Ranking, "--json", "--set", "output.tables=csv", .. changes.SelectMany(change => new[] { "--set", change })]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }

    private static IReadOnlyDictionary<string, string>[] Rows(ToolResult result, string table) =>
        [.. Table.Read(Path.Combine((string)result.Json["run"]!, $"{table}.csv"))];
}
