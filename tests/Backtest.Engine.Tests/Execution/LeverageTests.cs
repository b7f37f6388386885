namespace Backtest.Tests;

public sealed class LeverageTests
{
    [Fact]
    public void An_entry_is_cut_to_what_its_fill_price_affords()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 12), Plan.BuyFirst, quantity: 100, capital: 1000).Run();

        Assert.Equal([83m], run.FillQuantities);
        Assert.Equal((OrderStatus.Canceled, 83m, "insufficient_funds"), (run.Order(1).Status, run.Order(1).Filled, run.Order(1).Reason));
    }

    [Fact]
    public void An_entry_that_fits_exactly_is_not_cut()
    {
        Assert.Equal([100m], Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst, quantity: 100, capital: 1000).Run().FillQuantities);
    }

    [Fact]
    public void Commission_is_paid_out_of_what_is_affordable()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst, quantity: 100, capital: 1000)
            .WithExecution(execution => execution with { Commission = new CommissionConfig.PerShare(0, Minimum: 1) })
            .Run();

        Assert.Equal([99m], run.FillQuantities);
    }

    [Fact]
    public void An_entry_is_cut_to_whole_lots()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 12), Plan.BuyFirst, quantity: 100, capital: 1000)
            .WithInstrument(new Instrument { Symbol = "A", LotSize = 10 })
            .Run();

        Assert.Equal([80m], run.FillQuantities);
    }

    [Fact]
    public void A_cut_to_zero_is_rejected()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 2000), Plan.BuyFirst, quantity: 100, capital: 1000).Run();

        Assert.Empty(run.Fills);
        Assert.Equal((OrderStatus.Rejected, "insufficient_funds"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void Where_the_portfolio_says_reject_nothing_is_cut()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 12), Plan.BuyFirst, quantity: 100, capital: 1000)
            .WithFirst(portfolio => portfolio with { RejectsInsufficient = true })
            .Run();

        Assert.Empty(run.Fills);
        Assert.Equal((OrderStatus.Rejected, "insufficient_funds"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void Leverage_multiplies_equity()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst, quantity: 500, capital: 1000)
            .WithFirst(portfolio => portfolio with { Leverage = 3 })
            .Run();

        Assert.Equal([300m], run.FillQuantities);
    }

    [Fact]
    public void Shorts_need_room_as_longs_do()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10), Plan.On((0, signals => signals.Enter(Direction.Short))), quantity: 500, capital: 1000).Run();

        Assert.Equal([-100m], run.FillQuantities);
    }

    [Fact]
    public void Protection_of_an_entry_rejected_goes_with_it()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 2000), Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) }))), 100, 1000).Run();

        Assert.Equal((OrderStatus.Canceled, "insufficient_funds"), (run.Order(2).Status, run.Order(2).Reason));
    }

    [Fact]
    public void Protection_of_an_entry_cut_covers_what_was_filled()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (12, 12, 12, 12), (12, 12, 10, 11)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.Offset(1) }))), 100, 1000).Run();

        Assert.Equal([83m, -83m], run.FillQuantities);
    }

    [Fact]
    public void An_exit_is_never_cut()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10, 40, 40), Plan.On((0, signals => signals.Enter(Direction.Short)), (1, signals => signals.Exit())), 100, 1000).Run();

        Assert.Equal([-100m, 100m], run.FillQuantities);
    }

    [Fact]
    public void What_one_instrument_frees_another_may_take_in_the_same_turn_whatever_their_names()
    {
        Assert.Equal([100m, -100m, 100m], Rotate("A", "B").FillQuantities);
        Assert.Equal([100m, -100m, 100m], Rotate("B", "A").FillQuantities);
    }

    [Fact]
    public void An_entry_against_what_others_hold_is_cut_to_the_largest_lot_that_fits()
    {
        Scenario scenario = Scenario.Of(
            TestBar.Flat(10, 10, 18), Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { Strength = 0.25 }))), quantity: 400, capital: 1000);
        scenario.Plugins.Add("buyer", new ScriptedStrategy(Plan.On((1, signals => signals.Enter(Direction.Long, new EntryTerms { Strength = 0.875 })))));
        RecordedRun run = scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "buyer", Type = "buyer" }],
        }).Run();

        // With a short of 100 at 18, equity is 200: at most 11 net, short or long, of the 350 requested.
        Assert.Equal([-100m, 111m], run.FillQuantities);
    }

    private static RecordedRun Rotate(string first, string second)
    {
        var scenario = new Scenario().WithBars(first, TestBar.Flat(10, 10, 10, 10)).WithBars(second, TestBar.Flat(10, 10, 10, 10));
        return scenario.WithPortfolio(
            "main",
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Symbol == first && bar.Index == 0)
                    signals.Enter(Direction.Long);
                if (bar.Symbol == first && bar.Index == 1)
                    signals.Exit();
                if (bar.Symbol == second && bar.Index == 1)
                    signals.Enter(Direction.Long);
            },
            quantity: 100,
            capital: 1000).Run();
    }
}
