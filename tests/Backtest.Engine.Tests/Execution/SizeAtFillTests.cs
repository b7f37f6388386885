namespace Backtest.Tests;

/// <summary>Entries for a fraction of equity, sized at the price they fill at.</summary>
public sealed class SizeAtFillTests
{
    [Theory]
    [InlineData(8, 125)]
    [InlineData(12.5, 80)]
    public void All_of_the_equity_is_in_at_the_price_that_fills(double open, double quantity)
    {
        RecordedRun run = Run(TestBar.Flat(10, open), share: 1, new ExecutionConfig());

        Assert.Equal([(decimal)quantity], run.FillQuantities);
        Assert.Equal((OrderStatus.Filled, (decimal)quantity), (run.Order(1).Status, run.Order(1).Order.Quantity));
    }

    [Fact]
    public void Slippage_and_commission_are_paid_from_the_money()
    {
        RecordedRun run = Run(TestBar.Flat(10, 10), share: 1, new ExecutionConfig
        {
            Slippage = new SlippageConfig.Fixed(0.1m),
            Commission = new CommissionConfig.PerOrder(5),
        });

        Assert.Equal([98m], run.FillQuantities); // 98 × 10.10 + 5 = 994.80, and 99 would cost 1,004.90
    }

    [Fact]
    public void Protection_is_for_as_many_as_filled()
    {
        RecordedRun run = Run(TestBar.Flat(10, 8, 6), share: 0.5m, new ExecutionConfig(), new EntryTerms { StopLoss = PriceLevel.At(7) });

        Assert.Equal([62m, -62m], run.FillQuantities);
        Assert.Equal(62m, run.Order(2).Order.Quantity);
    }

    [Fact]
    public void A_price_too_high_for_a_lot_is_not_borne_by_the_account() =>
        Assert.Equal("insufficient_funds", Run(TestBar.Flat(10, 2000), share: 1, new ExecutionConfig()).Order(1).Reason);

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, decimal share, ExecutionConfig execution, EntryTerms terms = default)
    {
        var scenario = new Scenario().WithBars("A", bars);
        scenario.WithPortfolio("main", Plan.On((0, signals => signals.Enter(Direction.Long, terms))), capital: 1000);
        scenario.Plugins.Add("main", new ScriptedRisk((in RiskTurn turn, IOrders orders) =>
        {
            foreach (SignalEvent signal in turn.Signals)
                orders.PlaceShare(signal, share);
        }));
        return scenario.WithExecution(_ => execution).Run();
    }
}
