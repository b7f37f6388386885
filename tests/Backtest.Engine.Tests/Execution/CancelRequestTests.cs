namespace Backtest.Tests;

/// <summary>Resting entries end when a risk limit, a regime or a universe requires it.</summary>
public sealed class CancelRequestTests
{
    private static readonly ScriptedStrategy.Script RestsFrom0 =
        Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 5, StopLoss = PriceLevel.At(4) })));

    [Fact]
    public void A_risk_manager_cancels_what_rests_and_the_strategy_is_informed()
    {
        var scenario = new Scenario().WithBars("A", TestBar.Flat(10, 10, 10, 5));
        scenario.WithPortfolio("main", RestsFrom0);
        scenario.Plugins.Add("main", new ScriptedRisk(10, CancelFrom(2)));
        RecordedRun run = scenario.Run();

        Assert.Empty(run.Fills);
        Assert.Equal([OrderStatus.Canceled, OrderStatus.Canceled], run.Orders.Select(order => order.Order.Status));
        Assert.All(run.Orders, order => Assert.Equal("too_risky", order.Order.Reason));
    }

    [Fact]
    public void A_resting_entry_ends_with_the_last_day_its_symbol_belongs_to_the_universe()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 5, 5), RestsFrom0).WithUniverse(("A", 0, 1)).Run();

        Assert.Empty(run.Fills);
        Assert.All(run.Orders, order => Assert.Equal("left_universe", order.Order.Reason));
    }

    [Fact]
    public void A_resting_entry_that_is_kept_fills_outside_the_universe()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10, 5, 5), RestsFrom0).WithUniverse(("A", 0, 1)).WithFirst(portfolio => portfolio with
        {
            Strategies = [portfolio.Strategies[0] with { KeepsResting = true }],
        }).Run();

        Assert.Equal([5m], run.FillPrices);
    }

    private static ScriptedRisk.Script CancelFrom(int day) => (in RiskTurn turn, IOrders orders) =>
    {
        if (turn.Portfolio.Time < TestBar.FirstDay.AddDays(day))
            return;
        foreach (OrderEvent order in turn.Portfolio.RestingOrders())
            orders.Cancel(order, "too_risky");
    };
}
