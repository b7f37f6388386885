using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>The rows and spans of a result equal those of the run folder.</summary>
public sealed class ResultTests(ResultTests.Written written) : IClassFixture<ResultTests.Written>
{
    private RunResult Result => written.Result;

    [Fact]
    public void Every_row_of_the_tables_is_there_in_the_same_order()
    {
        Assert.Equal(Column("trades", "portfolio", "id"), Result.Trades.Select(row => $"{row.Portfolio} {row.Id}"));
        Assert.Equal(Column("fills", "portfolio", "id"), Result.Fills.Select(row => $"{row.Portfolio} {row.Id}"));
        Assert.Equal(Column("orders", "portfolio", "id"), Result.Orders.Select(row => $"{row.Portfolio} {row.Id}"));
        Assert.Equal(Column("signals", "portfolio", "id"), Result.Signals.Select(row => $"{row.Portfolio} {row.Id}"));
    }

    [Fact]
    public void Rows_hold_what_the_tables_hold()
    {
        Assert.Equal(Column("trades", "strategy", "symbol"), Result.Trades.Select(row => $"{row.Strategy} {row.Symbol}"));
        Assert.Equal(
            Column("trades", "profit").Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)),
            Result.Trades.Select(row => row.Profit));
        Assert.Equal(
            Column("fills", "price").Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)),
            Result.Fills.Select(row => row.Price));
        Assert.NotEmpty(Result.Positions);
        Assert.Equal(Column("positions", "portfolio", "symbol"), Result.Positions.Select(row => $"{row.Portfolio} {row.Symbol}"));
        Assert.Equal(
            Column("positions", "unrealized").Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)),
            Result.Positions.Select(row => row.Unrealized));
        Assert.Equal(Column("orders", "status"), Result.Orders.Select(row => row.Status.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Trades_and_open_positions_explain_what_each_portfolio_came_to() => Assert.All(Result.Portfolios, portfolio => Assert.Equal(
        (double)portfolio.FinalEquity,
        (double)(portfolio.InitialCapital
            + Result.Trades.Where(row => row.Portfolio == portfolio.Name).Sum(row => row.Profit)
            + Result.Positions.Where(row => row.Portfolio == portfolio.Name).Sum(row => row.Unrealized)),
        Result.Fills.Where(row => row.Portfolio == portfolio.Name).Sum(row => (double)row.Commission) + 0.01));

    [Fact]
    public void A_signal_has_the_indicators_its_strategy_read()
    {
        SignalRow signal = Result.Signals.First(row => row.Strategy == "breakout");
        string name = Result.Signals.Length > 0 ? IndicatorOf(signal) : "";

        Assert.NotNull(signal.Indicator(name));
        Assert.Null(signal.Indicator("nothing_of_the_kind"));
    }

    [Fact]
    public void Equity_of_each_portfolio_adds_up_to_the_total()
    {
        EquitySeries total = Result.Equity.Total;

        Assert.Equal(3, Result.Equity.Portfolios.Count);
        for (int row = 0; row < total.Count; row++)
            Assert.Equal(Result.Equity.Portfolios.Sum(series => series.Equity[row]), total.Equity[row], total.Equity[row] * 1e-12);
        Assert.Equal((double)Result.FinalEquity, total.Equity[^1], 0.01);
        Assert.True(total.Times[0] < total.Times[^1]);
        Assert.Equal(DateTimeKind.Utc, total.Times[0].Kind);
        Assert.Equal(Result.Metrics.Total.MaxDrawdown!.Value, Highest(total.Drawdown), 1e-6);
    }

    [Fact]
    public void An_unknown_portfolio_is_told_with_those_there_are()
    {
        KeyNotFoundException unknown = Assert.Throws<KeyNotFoundException>(() => Result.Equity["none"]);

        Assert.Contains("conservative", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_names_the_plugins_the_program_refers_to()
    {
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Result.Folder!, "manifest.json")))!;

        Assert.Contains("Backtest.Plugins.Hmm", manifest["plugins"]!.AsArray().Select(plugin => (string?)plugin!["package"]));
        Assert.NotNull((string?)manifest["spec"]);
        Assert.Equal(Result.EventStreamHash, (string?)manifest["eventStreamHash"]);
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        double highest = 0;
        foreach (double value in values)
            highest = Math.Max(highest, value);
        return highest;
    }

    private string IndicatorOf(SignalRow signal)
    {
        int row = Result.Signals.IndexOf(signal);
        string json = Column("signals", "indicators")[row].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
        return JsonNode.Parse(json)!.AsObject().First().Key;
    }

    private string[] Column(string table, params string[] names)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Result.Folder!, $"{table}.csv"));
        int[] columns = [.. names.Select(name => Array.IndexOf(lines[0].Split(','), name))];
        return [.. lines.Skip(1).Select(line => string.Join(' ', columns.Select(column => Field(line, column))))];
    }

    private static string Field(string line, int column)
    {
        int start = 0;
        for (; column > 0; column--)
            start = EndOf(line, start) + 1;
        return line[start..EndOf(line, start)];
    }

    private static int EndOf(string line, int start)
    {
        bool isQuoted = false;
        for (int i = start; i < line.Length; i++)
        {
            if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                return i;
        }

        return line.Length;
    }

    /// <summary>One run of the hierarchy sample, executed and written.</summary>
    public sealed class Written : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Written() => Result = BacktestRun.Load(Sample.Hierarchy).With("output.tables", "csv").SaveTo(_folder.Path).Execute();

        public RunResult Result { get; }

        public void Dispose() => _folder.Dispose();
    }
}
