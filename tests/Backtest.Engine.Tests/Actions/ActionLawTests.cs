using CsCheck;

namespace Backtest.Tests;

/// <summary>Laws of splits and dividends that hold whatever the strategy does.</summary>
public sealed class ActionLawTests
{
    private static readonly Instrument Fine = new() { Symbol = "A", LotSize = 0.00001m };

    // Powers of two, so that prices are scaled without rounding.
    private static readonly decimal[] Ratios = [2, 4, 0.5m, 0.25m];

    [Fact]
    public void Raw_prices_with_splits_come_to_what_split_adjusted_prices_come_to() => Gen.Int[0, 100_000].Sample(seed =>
    {
        (IReadOnlyList<TestBar> raw, IReadOnlyList<TestBar> adjusted, IReadOnlyList<CorporateAction> splits) = Bars(seed);
        RecordedRun actual = Sized(seed, raw).WithActions(splits).Run();
        RecordedRun expected = Sized(seed, adjusted).Run();

        Assert.Equal(expected.Equity.Count, actual.Equity.Count);
        foreach ((var one, var other) in expected.Equity.Zip(actual.Equity))
            Assert.Equal(one.Equity, other.Equity, Math.Abs(one.Equity) * 1e-5);
        Assert.Equal(expected.Outcomes, actual.Outcomes);
        Assert.Equal(expected.Trades.Count, actual.Trades.Count);
    }, iter: 100);

    [Fact]
    public void Neither_the_size_of_chunks_nor_the_number_of_threads_shows() => RunLaws.Hold(seed => Walking(seed), runs: 60);

    [Fact]
    public void Money_comes_from_fills_and_actions_alone() => Gen.Int[0, 100_000].Sample(seed =>
    {
        RecordedRun run = Walking(seed, ends: true).Run();

        decimal cash = run.Result.Portfolios.Sum(portfolio => portfolio.InitialCapital)
            + run.Actions.Sum(action => action.Cash)
            + run.Fills.Sum(fill => ((fill.Fill.Side == Side.Buy ? -fill.Fill.Quantity : fill.Fill.Quantity) * fill.Fill.Price) - fill.Fill.Commission);
        Assert.Equal(cash, run.Result.Portfolios.Sum(portfolio => portfolio.Cash));
        Assert.Empty(run.Positions);
        decimal profit = run.Trades.Sum(trade => trade.Trade.Profit);
        Assert.Equal(run.Result.Portfolios.Sum(portfolio => portfolio.InitialCapital) + profit, cash);
    }, iter: 100);

    [Fact]
    public void What_a_split_rounds_up_of_an_exit_does_not_outlive_the_position()
    {
        // In this run an exit and a stop, both rounded up by a split, close a short; the rest of the exit must not apply to the long after it.
        RecordedRun run = Walking(seed: 78019, ends: true).Run();

        OrderRecord exit = Assert.Single(run.Orders, order => order is { Portfolio: "second", Order.Order.Id: 12 }).Order;
        Assert.Equal((29m, 28m, "position_closed"), (exit.Order.Quantity, exit.Filled, exit.Reason));
        Assert.Equal(20m, run.Fills.Last(fill => fill.Portfolio == "second" && fill.Fill.Instrument.Symbol == "B").Fill.Quantity);
        Assert.Empty(run.Positions);
    }

    /// <summary>Random walks and strategies, with splits and dividends of A and B.</summary>
    private static Scenario Walking(int seed, bool ends = false)
    {
        var random = new Random(seed);
        Scenario scenario = Walk.Scenario(seed);
        foreach (string symbol in new[] { "A", "B" })
        {
            for (int i = 0; i < 3; i++)
            {
                DateOnly day = DateOnly.FromDateTime(TestBar.FirstDay).AddDays((i * 15) + random.Next(15));
                scenario.WithActions(new Split(symbol, day, new[] { 2, 3, 0.3m, 1.5m, 0.01m }[random.Next(5)]));
                scenario.WithActions(new Dividend(symbol, day.AddDays(random.Next(5)), random.Next(1, 300) / 100m));
            }
        }

        return scenario.WithExecution(execution => execution with { ClosesAtEnd = ends || execution.ClosesAtEnd });
    }

    private static (IReadOnlyList<TestBar> Raw, IReadOnlyList<TestBar> Adjusted, IReadOnlyList<CorporateAction> Splits) Bars(int seed)
    {
        var random = new Random(seed);
        IReadOnlyList<TestBar> bars = Walk.Bars(seed, 60, missing: 20);
        CorporateAction[] splits = [.. Enumerable.Range(0, 3).Select(i => new Split(
            "A", DateOnly.FromDateTime(TestBar.FirstDay).AddDays((i * 20) + random.Next(1, 20)), Ratios[random.Next(4)]))];
        return ([.. bars.Select(Raw)], bars, splits);

        TestBar Raw(TestBar bar)
        {
            double units = 1;
            foreach (Split split in splits.OfType<Split>().Where(split => split.Day <= DateOnly.FromDateTime(bar.Start)))
                units *= (double)split.Ratio;
            return bar with
            {
                Open = bar.Open / units,
                High = bar.High / units,
                Low = bar.Low / units,
                Close = bar.Close / units,
                Volume = bar.Volume * units,
            };
        }
    }

    /// <summary>Sizes by equity, so that nothing depends on the units of prices.</summary>
    private static Scenario Sized(int seed, IReadOnlyList<TestBar> bars)
    {
        Scenario scenario = Scenario.Of(bars, Walk.Trades(seed)).WithInstrument(Fine).WithExecution(_ => new ExecutionConfig
        {
            Slippage = new SlippageConfig.BasisPoints(2),
            Commission = new CommissionConfig.Percent(0.001m),
            VolumeLimit = 0.5m,
        });
        scenario.Plugins.Add("main", new ScriptedRisk((in turn, orders) =>
        {
            foreach (ref readonly SignalEvent signal in turn.Signals)
            {
                decimal share = 0.2m * (decimal)signal.Strength * turn.Portfolio.ExactEquity;
                if (signal.Action == SignalAction.Enter)
                    orders.Place(signal, share / (decimal)turn.Portfolio.Close(signal.Instrument));
            }
        }));
        return scenario;
    }
}
