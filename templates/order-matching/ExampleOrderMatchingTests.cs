using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleOrderMatchingTests
{
    private static readonly ExampleOrderMatching Matching = new() { Ticks = 2 };

    [Fact]
    public void It_keeps_the_laws_of_order_matching() => ExecutionConformance.Check<ExampleOrderMatching>();

    [Fact]
    public void A_limit_that_is_touched_does_not_fill() => Assert.False(Within(BuyAt(98), low: 98).IsFill);

    [Fact]
    public void A_limit_that_is_traded_through_by_one_tick_does_not_fill() => Assert.False(Within(BuyAt(98), low: 97.99).IsFill);

    [Fact]
    public void A_limit_that_is_traded_through_by_two_ticks_fills_at_its_price() =>
        Assert.Equal(98, Within(BuyAt(98), low: 97.98).Price);

    [Fact]
    public void A_bar_that_opens_through_a_limit_fills_it_at_the_open() =>
        Assert.Equal(97, Matching.AtOpen(BuyAt(98), new MatchedBar(Open: 97, High: 99, Low: 96, Close: 98, Volume: 100)));

    [Fact]
    public void A_stop_fills_when_it_is_touched() =>
        Assert.Equal(98, Within(new PaperOrder(OrderType.Stop, Side.Sell) { StopPrice = 98, TickSize = 0.01m }, low: 98).Price);

    private static PaperOrder BuyAt(double limit) => new(OrderType.Limit, Side.Buy) { LimitPrice = limit, TickSize = 0.01m };

    private static BarTouch Within(PaperOrder order, double low)
    {
        var bar = new MatchedBar(Open: 100, High: 101, low, Close: 100, Volume: 100);
        return Matching.Within(order, new BarPath(bar, PathOrder.Worse, since: 0, from: bar.Open, provenHigh: bar.High, provenLow: bar.Low));
    }
}
