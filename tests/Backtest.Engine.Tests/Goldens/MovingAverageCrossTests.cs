using System.Globalization;

namespace Backtest.Tests;

/// <summary>The engine compared with four others; see the README beside the figures.</summary>
public sealed class MovingAverageCrossTests
{
    [Fact]
    public void Engine_reproduces_every_trade_and_the_final_equity_of_the_golden()
    {
        IReadOnlyList<TestBar> bars = [.. File.ReadLines(GoldenFiles.Locate("sma-cross", "bars.csv")).Skip(1).Select(ReadBar)];
        double[] closes = [.. bars.Select(bar => bar.Close)];
        RecordedRun run = Scenario.Of(bars, Cross, quantity: 100, capital: 10_000_000)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.Percent(0.001m) })
            .Run();

        Assert.Equal(203, run.Trades.Count);
        Assert.Equal(9_992_570.8967m, Math.Round(run.Result.FinalEquity, 4));
        Assert.Equal(9_973_782.9867m, run.Result.Portfolios[0].Cash);
        string[] expected = [.. File.ReadLines(GoldenFiles.Locate("sma-cross", "trades.csv")).Skip(1)];
        Assert.Equal(expected, run.Trades.Select(trade => string.Create(
            CultureInfo.InvariantCulture,
            $"{trade.Trade.EntryIndex},{trade.Trade.ExitIndex},{trade.Trade.EntryPrice:F4},{trade.Trade.ExitPrice:F4},{trade.Trade.Quantity:F0},{trade.Trade.Profit:F8}")));

        void Cross(BarEvent bar, in Position position, ISignals signals)
        {
            int t = (int)bar.Index;
            if (t < 30)
                return;
            (double before, double now) = (Spread(t - 1), Spread(t));
            if (before < 0 && now > 0)
                signals.Enter(Direction.Long);
            else if (before > 0 && now < 0)
                signals.Exit();
        }

        double Spread(int t) => (closes.AsSpan(t - 9, 10).ToArray().Sum() / 10) - (closes.AsSpan(t - 29, 30).ToArray().Sum() / 30);
    }

    private static TestBar ReadBar(string line)
    {
        string[] fields = line.Split(',');
        double[] prices = [.. fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        var start = DateTime.Parse(fields[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return new TestBar(start, prices[0], prices[1], prices[2], prices[3], prices[4]);
    }
}
