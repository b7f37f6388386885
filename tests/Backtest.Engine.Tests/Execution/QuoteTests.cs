namespace Backtest.Tests;

/// <summary>If bars have bid and ask, buys use the ask and sales the bid.</summary>
public sealed class QuoteTests
{
    [Fact]
    public void A_market_order_buys_at_the_ask_and_sells_at_the_bid()
    {
        RecordedRun run = Run(Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit())), Quoted(1, 100, 102, 104));

        Assert.Equal([103m, 103m], run.FillPrices);
    }

    [Fact]
    public void So_it_does_at_the_close()
    {
        RecordedRun run = Of(Plan.On((0, signals => signals.Enter(Direction.Short)), (1, signals => signals.Exit())), Quoted(1, 100, 102, 104))
            .WithExecution(execution => execution with { FillsAtClose = true }).Run();

        Assert.Equal([99m, 103m], run.FillPrices);
    }

    [Fact]
    public void A_stop_is_touched_by_its_side_though_nothing_traded_there()
    {
        // The high of trades is 104, that of the ask 105.
        IReadOnlyList<TestBar> bars = [.. TestBar.Days((100, 100, 100, 100), (101, 104, 101, 103)).Select(bar => bar.Quoted(1))];

        Assert.Equal([105m], Run(Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Stop = 105 }))), bars).FillPrices);
        Assert.Empty(Run(Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { Stop = 99.5 }))), bars).Fills);
    }

    [Fact]
    public void A_limit_waits_for_its_side_to_come_to_it()
    {
        // The low of trades is 97, that of the ask 98: a buy limit of 97.5 waits, one of 98.5 fills. A sale at 104.5 waits for the bid.
        IReadOnlyList<TestBar> bars = [.. TestBar.Days((100, 100, 100, 100), (101, 105, 97, 103)).Select(bar => bar.Quoted(1))];

        Assert.Empty(Run(Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 97.5 }))), bars).Fills);
        Assert.Equal([98.5m], Run(Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 98.5 }))), bars).FillPrices);
        Assert.Empty(Run(Plan.On((0, signals => signals.Enter(Direction.Short, new EntryTerms { Limit = 104.5 }))), bars).Fills);
    }

    [Fact]
    public void A_trailing_entry_begins_at_the_close_traded_and_follows_its_side()
    {
        // From 100 it is at 102; the ask's low of 99 moves it to 101; it fills at an ask of 101.5.
        IReadOnlyList<TestBar> bars =
            [.. TestBar.Days((100, 100, 100, 100), (99, 100, 98, 99), (99, 100.5, 99, 100)).Select(bar => bar.Quoted(1))];

        Assert.Equal([101m], Run(Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Trail = 2 }))), bars).FillPrices);
    }

    [Fact]
    public void A_bar_nothing_was_quoted_in_fills_at_what_was_traded() => Assert.Equal(
        [102m], Run(Plan.BuyFirst, [.. TestBar.Flat(100, 102).Select((bar, i) => i == 0 ? bar.Quoted(1) : bar)]).FillPrices);

    [Fact]
    public void Quotes_may_be_ignored_and_are_by_slippage_that_goes_by_them()
    {
        IReadOnlyList<TestBar> bars = Quoted(1, 100, 102);

        Assert.Equal([102m], Of(Plan.BuyFirst, bars).WithExecution(execution => execution with { TakesSides = false }).Run().FillPrices);
        Assert.Equal([103m], Of(Plan.BuyFirst, bars).WithExecution(execution => execution with { Slippage = new SlippageConfig.HalfSpread() }).Run().FillPrices);
    }

    [Fact]
    public void To_take_the_spread_twice_is_refused()
    {
        InputException refused = Assert.Throws<InputException>(() => Of(Plan.BuyFirst, Quoted(1, 100, 102))
            .WithExecution(execution => execution with { TakesSides = true, Slippage = new SlippageConfig.HalfSpread() }).Run());

        Assert.Equal("execution.quotes", Assert.Single(refused.Errors).Key);
    }

    private static IReadOnlyList<TestBar> Quoted(double away, params double[] prices) => [.. TestBar.Flat(prices).Select(bar => bar.Quoted(away))];

    private static RecordedRun Run(ScriptedStrategy.Script script, IReadOnlyList<TestBar> bars) => Of(script, bars).Run();

    private static Scenario Of(ScriptedStrategy.Script script, IReadOnlyList<TestBar> bars) => Scenario.Of(bars, script);
}
