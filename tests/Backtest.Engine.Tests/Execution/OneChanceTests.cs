namespace Backtest.Tests;

/// <summary>Orders that fill at the first price they meet, or at the first or last price of a day, or not at all.</summary>
public sealed class OneChanceTests
{
    [Theory]
    [InlineData(TimeInForce.ImmediateOrCancel, 9, 9.0)]
    [InlineData(TimeInForce.ImmediateOrCancel, 10, null)] // touched within the bar, which is too late
    [InlineData(TimeInForce.FillOrKill, 9, 9.0)]
    [InlineData(TimeInForce.FillOrKill, 10, null)]
    public void A_limit_order_takes_the_next_open_or_nothing(TimeInForce time, double open, double? price)
    {
        RecordedRun run = Run([(10, 10, 10, 10), (open, 11, 8, 9), (8, 8, 8, 8)], new EntryTerms { Limit = 9.5, TimeInForce = time });

        Expect(run, price);
    }

    [Theory]
    [InlineData(TimeInForce.ImmediateOrCancel, 4)]
    [InlineData(TimeInForce.FillOrKill, null)]
    public void Of_what_the_volume_does_not_bear_one_fills_a_part_and_the_other_nothing(TimeInForce time, int? filled)
    {
        RecordedRun run = Scenario.Of([.. TestBar.Flat(10, 10, 10).Select(bar => bar with { Volume = 40 })], Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { TimeInForce = time }))))
            .WithExecution(execution => execution with { VolumeLimit = 0.1m }).Run();

        Assert.Equal(filled is { } some ? [some] : [], run.FillQuantities);
        Assert.Equal((OrderStatus.Canceled, "not_filled"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Theory]
    [InlineData(9, 9.0)]
    [InlineData(10, null)]
    public void A_limit_order_on_the_open_fills_there_or_not_at_all(double open, double? price) => Expect(
        Run([(10, 10, 10, 10), (open, 11, 8, 9), (8, 8, 8, 8)], new EntryTerms { Limit = 9.5, Type = OrderType.LimitOnOpen }), price);

    [Theory]
    [InlineData(9, 9.0)]
    [InlineData(10, null)]
    public void A_limit_order_on_the_close_fills_there_or_not_at_all(double close, double? price) => Expect(
        Run([(10, 10, 10, 10), (9, 11, 8, close), (8, 8, 8, 8)], new EntryTerms { Limit = 9.5, Type = OrderType.LimitOnClose }), price);

    [Theory]
    [InlineData(10, 9.5, 9.5)] // touched within the bar
    [InlineData(9, 9, 9.0)] // at an open beyond it
    [InlineData(10, 9.6, null)]
    public void An_order_if_touched_waits_for_a_better_price_and_takes_the_market(double open, double low, double? price) => Expect(
        Run([(10, 10, 10, 10), (open, 11, low, 10)], new EntryTerms { Touch = 9.5 }), price, isWaiting: true);

    [Theory]
    [InlineData(9.6, 10, 9.4, 9.5)] // the market at the touch is within the limit
    [InlineData(9.2, 10, 9.2, 9.2)] // the limit lies below the touch, and the price passes both
    [InlineData(9.2, 10, 9.4, null)] // the price passes the touch and not the limit
    public void A_limit_order_if_touched_wakes_and_then_keeps_to_its_limit(double limit, double open, double low, double? price) => Expect(
        Run([(10, 10, 10, 10), (open, 11, low, 10)], new EntryTerms { Touch = 9.5, Limit = limit }), price, isWaiting: true);

    [Fact]
    public void A_limit_order_once_touched_stays_awake() =>
        Assert.Equal([9.2m], Run([(10, 10, 10, 10), (10, 11, 9.4, 10), (10, 10, 9, 10)], new EntryTerms { Touch = 9.5, Limit = 9.2 }).FillPrices);

    [Theory]
    [InlineData("stop and touch")]
    [InlineData("immediate stop")]
    [InlineData("on the open without a limit")]
    public void Terms_that_contradict_each_other_are_refused(string what)
    {
        EntryTerms terms = what switch
        {
            "stop and touch" => new() { Stop = 11, Touch = 9 },
            "immediate stop" => new() { Stop = 11, TimeInForce = TimeInForce.ImmediateOrCancel },
            _ => new() { Type = OrderType.LimitOnOpen },
        };

        Assert.ThrowsAny<ArgumentException>(terms.Validate);
    }

    private static void Expect(RecordedRun run, double? price, bool isWaiting = false)
    {
        Assert.Equal(price is { } at ? [(decimal)at] : [], run.FillPrices);
        if (price is null && !isWaiting)
            Assert.Equal((OrderStatus.Canceled, "not_filled"), (run.Order(1).Status, run.Order(1).Reason));
    }

    private static RecordedRun Run((double Open, double High, double Low, double Close)[] bars, EntryTerms terms) =>
        Scenario.Of(TestBar.Days(bars), Plan.On((0, signals => signals.Enter(Direction.Long, terms)))).Run();
}
