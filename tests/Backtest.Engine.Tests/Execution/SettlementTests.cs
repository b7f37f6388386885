namespace Backtest.Tests;

/// <summary>Exits are settled before entries, and money is available for an entry only where it is proved to be there.</summary>
public sealed class SettlementTests
{
    [Theory]
    [InlineData("ZZZ", "AAA")]
    [InlineData("AAA", "ZZZ")]
    public void At_the_close_names_do_not_decide_who_gets_the_money(string held, string wanted)
    {
        RecordedRun run = Rotate(held, wanted, fillsAtClose: true);

        Assert.Equal([100m, -100m, 100m], run.FillQuantities);
    }

    [Theory]
    [InlineData("ZZZ", "AAA")]
    [InlineData("AAA", "ZZZ")]
    public void Money_of_an_exit_inside_a_bar_does_not_serve_an_entry_inside_another(string held, string wanted)
    {
        // The second bar touches both inside: nothing shows which came first.
        Scenario scenario = TwoSymbols(held, wanted, [(10, 10, 10, 10), (10, 10, 10, 10), (10, 12, 8, 10)], capital: 1000);
        RecordedRun run = scenario
            .With(config => config with { Portfolios = [Scenario.PortfolioOf("main", 1000)] })
            .Run();

        Assert.Equal([(held, 100m), (held, -100m)], run.Fills.Select(fill =>
            (fill.Fill.Instrument.Symbol, fill.Fill.Side == Side.Buy ? fill.Fill.Quantity : -fill.Fill.Quantity)));
        Assert.Contains(run.Orders, order => order.Order.Status == OrderStatus.Rejected && order.Order.Reason == "insufficient_funds");
    }

    [Fact]
    public void A_price_that_passes_the_exit_on_its_way_to_the_entry_brings_its_money()
    {
        // Up from 10: past the target at 11, then to the stop entry at 12.
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 12, 10, 12)),
            Plan.On(
                (0, signals => signals.Enter(Direction.Long, new EntryTerms { TakeProfit = PriceLevel.At(11) })),
                (1, signals => signals.Enter(Direction.Long, new EntryTerms { Stop = 12, Add = true, Strength = 0.9 }))),
            quantity: 100,
            capital: 1000).Run();

        Assert.Equal([100m, -100m, 90m], run.FillQuantities);
    }

    private static RecordedRun Rotate(string held, string wanted, bool fillsAtClose)
    {
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 0 && bar.Symbol == held)
                signals.Enter(Direction.Long);
            if (bar.Index == 1 && bar.Symbol == held)
                signals.Exit();
            if (bar.Index == 1 && bar.Symbol == wanted)
                signals.Enter(Direction.Long);
        };
        return new Scenario().WithBars("AAA", TestBar.Flat(10, 10, 10)).WithBars("ZZZ", TestBar.Flat(10, 10, 10))
            .WithPortfolio("main", script, quantity: 100, capital: 1000)
            .WithExecution(execution => execution with { FillsAtClose = fillsAtClose })
            .Run();
    }

    private static Scenario TwoSymbols(string held, string wanted, (double, double, double, double)[] bars, decimal capital)
    {
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 0 && bar.Symbol == held)
                signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(9) });
            if (bar.Index == 1 && bar.Symbol == wanted)
                signals.Enter(Direction.Long, new EntryTerms { Stop = 11 });
        };
        return new Scenario().WithBars("AAA", TestBar.Days(bars)).WithBars("ZZZ", TestBar.Days(bars))
            .WithPortfolio("main", script, quantity: 100, capital);
    }
}
