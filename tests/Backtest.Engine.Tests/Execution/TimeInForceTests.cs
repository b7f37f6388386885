namespace Backtest.Tests;

public sealed class TimeInForceTests
{
    private static readonly IReadOnlyList<TestBar> Falling = TestBar.Flat(10, 10, 10, 9);

    [Fact]
    public void An_order_stands_until_canceled_unless_said_otherwise()
    {
        RecordedRun run = Scenario.Of(Falling, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })))).Run();

        Assert.Equal([9m], run.FillPrices);
    }

    [Fact]
    public void A_day_order_expires_after_the_first_day_it_rests_on()
    {
        RecordedRun run = Scenario.Of(
            Falling, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TimeInForce = TimeInForce.Day })))).Run();

        Assert.Empty(run.Fills);
        Assert.Equal((OrderStatus.Canceled, "expired"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void A_day_order_fills_on_the_day_it_rests_on()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 9, 9), Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TimeInForce = TimeInForce.Day })))).Run();

        Assert.Equal([9m], run.FillPrices);
    }

    [Fact]
    public void Protection_that_waits_for_a_day_order_goes_with_it()
    {
        RecordedRun run = Scenario.Of(
            Falling,
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms
            {
                Limit = 9,
                StopLoss = PriceLevel.At(8),
                TimeInForce = TimeInForce.Day,
            })))).Run();

        Assert.Equal((OrderStatus.Canceled, "expired"), (run.Order(2).Status, run.Order(2).Reason));
    }

    [Fact]
    public void Strategy_hears_that_its_order_expired_when_it_does()
    {
        var strategy = new ScriptedStrategy(
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TimeInForce = TimeInForce.Day }))));
        Scenario scenario = Scenario.Of(Falling, Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        scenario.Run();

        Assert.Equal(["cancel 1"], strategy.Heard);
    }
}
