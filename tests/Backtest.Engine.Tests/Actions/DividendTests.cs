namespace Backtest.Tests;

public sealed class DividendTests
{
    [Fact]
    public void A_dividend_is_paid_on_what_was_held_when_its_day_began()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 100, 98, 98),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long)),
                (2, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })))).WithDividend(3, 0.82m).Run();

        PositionActionEvent action = Assert.Single(run.Actions);
        Assert.Equal((ActionType.Dividend, 0.82m, 10m, 8.2m), (action.Type, action.Value, action.Quantity, action.Cash));
        Assert.Equal(100_000m - 1000m - 980m + 8.20m, run.Result.Portfolios[0].Cash);
    }

    [Fact]
    public void What_leaves_at_the_open_of_the_day_has_the_dividend()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(100, 100, 100, 99),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Exit()))).WithDividend(3, 1).Run();

        Assert.Equal(100_000m, run.Result.Portfolios[0].Cash);
        Assert.Equal(0m, Assert.Single(run.Trades).Trade.Profit);
    }

    [Fact]
    public void A_short_pays_the_dividend()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 100), Plan.On((0, signals => signals.Enter(Direction.Short))))
            .WithDividend(2, 1.5m).Run();

        Assert.Equal(-15m, Assert.Single(run.Actions).Cash);
        Assert.Equal(99_985m, run.Result.FinalEquity);
    }

    [Fact]
    public void A_multiplier_multiplies_a_dividend()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 100), Plan.BuyFirst)
            .WithInstrument(new Instrument { Symbol = "A", Multiplier = 5 })
            .WithDividend(2, 1)
            .Run();

        Assert.Equal(50m, Assert.Single(run.Actions).Cash);
    }

    [Fact]
    public void A_split_of_the_same_day_goes_ahead_of_its_dividend()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(100, 100, 50), Plan.BuyFirst).WithDividend(2, 1).WithSplit(2, 2).Run();

        Assert.Equal([ActionType.Split, ActionType.Dividend], run.Actions.Select(action => action.Type));
        Assert.Equal(20m, run.Actions[1].Cash);
    }

    [Fact]
    public void Splits_and_dividends_come_to_the_cent()
    {
        // 50 bought at 645.57 · 3.29 paid on each · a 7-for-1 split makes 350 · 0.47 paid on each · sold at 95.50, with a commission of 1 each way.
        RecordedRun run = Scenario.Of(
            TestBar.Flat(650, 645.57, 640, 645.57, 93.70, 94.48, 95.5),
            Plan.On((0, signals => signals.Enter(Direction.Long)), (5, signals => signals.Exit())),
            quantity: 50)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0, 1) })
            .WithDividend(2, 3.29m)
            .WithSplit(4, 7)
            .WithDividend(5, 0.47m)
            .Run();

        const decimal Profit = 33_425.00m - 32_278.50m + 164.50m + 164.50m - 2;
        Assert.Equal(Profit, Assert.Single(run.Trades).Trade.Profit);
        Assert.Equal(100_000m + Profit, run.Result.Portfolios[0].Cash);
    }

    [Fact]
    public void A_dividend_lowers_the_last_close_until_the_next_so_that_it_is_not_counted_twice()
    {
        // Both trade in the same turn; B's part of the leverage is measured with A's mark, which A's own bar has not updated yet.
        RecordedRun run = new Scenario()
            .WithBars("A", TestBar.Flat(100, 100, 100, 90))
            .WithBars("B", TestBar.Flat(10, 10, 10, 10))
            .WithPortfolio("main", (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Symbol == "A" ? bar.Index == 0 : bar.Index == 2)
                    signals.Enter(Direction.Long);
            }, quantity: 50, capital: 5000)
            .WithFirst(portfolio => portfolio with { Leverage = 1.05m })
            .WithDividend(3, 10)
            .Run();

        // Equity stays 5,000 and gross falls to 4,500, which leaves 750 for B. Without the dividend, equity would seem to be 5,500.
        Assert.Equal([50m, 50m], run.FillQuantities);
        Assert.Equal(5000m, run.Result.FinalEquity);
    }

    [Fact]
    public void A_run_without_a_position_has_no_actions_and_the_hash_it_has_without_them()
    {
        RecordedRun with = Scenario.Of(TestBar.Flat(100, 100, 50), Plan.Idle).WithSplit(2, 2).WithDividend(1, 1).Run();
        RecordedRun without = Scenario.Of(TestBar.Flat(100, 100, 50), Plan.Idle).Run();

        Assert.Empty(with.Actions);
        Assert.Equal(without.Result.EventStreamHash, with.Result.EventStreamHash);
    }
}
