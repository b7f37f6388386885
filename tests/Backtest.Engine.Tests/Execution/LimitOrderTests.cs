namespace Backtest.Tests;

public sealed class LimitOrderTests
{
    [Fact]
    public void A_limit_fills_when_the_bar_touches_it()
    {
        RecordedRun run = BuyAt(9, (10, 11, 9, 10));

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal(9m, fill.Price);
        Assert.Equal(TestBar.FirstDay.AddDays(2), fill.Time);
        Assert.Equal(TestBar.FirstDay.AddDays(1), fill.BarStart);
    }

    [Fact]
    public void A_limit_rests_while_no_bar_touches_it()
    {
        RecordedRun run = BuyAt(9, (10, 11, 9.01, 10), (10, 11, 9.5, 10));

        Assert.Empty(run.Fills);
        Assert.Equal(OrderStatus.Open, run.Order(1).Status);
    }

    [Fact]
    public void A_limit_the_open_is_better_than_fills_at_the_open()
    {
        RecordedRun run = BuyAt(9, (8, 11, 7, 10));

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal(8m, fill.Price);
        Assert.Equal(TestBar.FirstDay.AddDays(1), fill.Time);
    }

    [Fact]
    public void A_limit_to_sell_short_takes_the_better_of_limit_and_open()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (12, 12.5, 11, 12)),
            Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { Limit = 11 })))).Run();

        Assert.Equal([12m], run.FillPrices);
    }

    [Fact]
    public void A_limit_does_not_slip()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 10, 10, 10), (10, 11, 9, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 }))))
            .WithExecution(execution => execution with { Slippage = new SlippageConfig.BasisPoints(100) })
            .Run();

        FillEvent fill = Assert.Single(run.Fills).Fill;
        Assert.Equal(9m, fill.Price);
        Assert.Equal(0m, fill.Slippage);
    }

    [Fact]
    public void A_limit_never_fills_on_the_bar_it_was_decided_on()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Days((10, 11, 8, 10), (10, 11, 9.5, 10)),
            Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })))).Run();

        Assert.Empty(run.Fills);
    }

    private static RecordedRun BuyAt(double limit, params (double, double, double, double)[] bars) => Scenario.Of(
        TestBar.Days([(10, 10, 10, 10), .. bars]),
        Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = limit })))).Run();
}
