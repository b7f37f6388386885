using CsCheck;

namespace Backtest.Tests;

public sealed class EquityTests
{
    [Fact]
    public void There_is_one_row_for_each_turn_and_portfolio()
    {
        RecordedRun run = new Scenario().WithBars("A", TestBar.Flat(10, 11, 12)).WithBars("B", TestBar.Flat(5, 6))
            .WithPortfolio("main", Plan.BuyFirst).Run();

        Assert.Equal([100_000, 100_000 + 0, 100_000 + 10], run.Equity.Where(row => row.Portfolio == "main").Select(row => row.Equity));
        Assert.Equal(3, run.Result.Turns);
        Assert.Equal(5, run.Result.BarsProcessed);
    }

    [Fact]
    public void The_total_is_the_sum_over_portfolios_at_every_turn() => Gen.Int[0, 100_000].Sample(seed =>
    {
        RecordedRun run = Walk.Scenario(seed).Run();
        double[][] rows = [.. new[] { "first", "second", "total" }
            .Select(name => run.Equity.Where(row => row.Portfolio == name).Select(row => row.Equity).ToArray())];
        Assert.Equal(rows[0].Zip(rows[1], (first, second) => first + second), rows[2]);
    }, iter: 150);

    [Fact]
    public void Final_equity_is_cash_and_what_is_held_at_the_last_closes()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 12.5), Plan.BuyFirst).Run();

        Assert.Equal(100_025m, run.Result.FinalEquity);
    }
}
