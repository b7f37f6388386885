using CsCheck;

namespace Backtest.Tests;

/// <summary>Which orders slip, how far, and what happens to those whose price leaves the bar.</summary>
public sealed class SlippageScopeTests
{
    private static readonly SlippageConfig One = new SlippageConfig.Fixed(1);

    [Theory]
    [InlineData(LimitSlippage.None, 97, 99)]
    [InlineData(LimitSlippage.Within, 98, 99)]
    [InlineData(LimitSlippage.Beyond, 98, 100)]
    public void A_limit_slips_where_it_is_said_to(LimitSlippage limits, double atOpen, double within)
    {
        // A limit of 99: the bar opens at 97, or falls to the limit.
        Assert.Equal([(decimal)atOpen], Buys(One with { Limits = limits }, new EntryTerms { Limit = 99 }, (97, 99, 96, 98)));
        Assert.Equal([(decimal)within], Buys(One with { Limits = limits }, new EntryTerms { Limit = 99 }, (100, 100, 98, 98)));
    }

    [Fact]
    public void Within_its_limit_it_loses_no_more_than_the_open_is_better()
    {
        SlippageConfig three = new SlippageConfig.Fixed(3) { Limits = LimitSlippage.Within };

        Assert.Equal([99m], Buys(three, new EntryTerms { Limit = 99 }, (97, 99, 96, 98)));
        Assert.Equal([97m], Buys(three with { SlipsAtOpen = false }, new EntryTerms { Limit = 99 }, (97, 99, 96, 98)));
    }

    [Fact]
    public void Entries_alone_pay_a_spread_that_is_theirs()
    {
        RecordedRun run = Run(
            One with { IsOfEntries = true }, new EntryTerms { StopLoss = PriceLevel.At(90) }, (100, 100, 100, 100), (100, 100, 88, 89));

        Assert.Equal([101m, 90m], run.FillPrices);
    }

    [Fact]
    public void An_order_waits_for_a_bar_that_has_its_slipped_price()
    {
        SlippageConfig waits = One with { WaitsOutsideBar = true };

        Assert.Equal([102m], Buys(waits, default, (100, 100.5, 99, 100), (101, 103, 101, 102)));
        Assert.Empty(Buys(waits, new EntryTerms { Stop = 100 }, (99, 100, 99, 100), (99, 99.5, 98, 99)));
    }

    [Fact]
    public void What_closes_at_the_end_waits_for_nothing()
    {
        RecordedRun run = Scenario.Of(TestBar.Days((100, 100, 100, 100), (100, 102, 99, 99)), Plan.BuyFirst)
            .WithExecution(execution => execution with { Slippage = One with { WaitsOutsideBar = true }, ClosesAtEnd = true }).Run();

        Assert.Equal([101m, 98m], run.FillPrices);
    }

    [Fact]
    public void Passing_over_turns_comes_to_what_taking_each_comes_to() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 2], Gen.Bool, Gen.Bool).Sample(
        (seed, limits, waits, isOfEntries) =>
        {
            Scenario Walking() => new RandomRun(seed).Build().WithExecution(execution => execution with
            {
                Slippage = new SlippageConfig.BasisPoints(40) { Limits = (LimitSlippage)limits, WaitsOutsideBar = waits, IsOfEntries = isOfEntries },
            });
            RecordedRun every = Walking().Run(new RunOptions { TakesEveryTurn = true });

            Assert.Equal(every.Result.EventStreamHash, Walking().Run().Result.EventStreamHash);
        }, iter: 60);

    private static IReadOnlyList<decimal> Buys(SlippageConfig slippage, EntryTerms terms, params (double, double, double, double)[] bars) =>
        Run(slippage, terms, bars).FillPrices;

    private static RecordedRun Run(SlippageConfig slippage, EntryTerms terms, params (double, double, double, double)[] bars) =>
        Scenario.Of(TestBar.Days([(100, 100, 100, 100), .. bars]), Plan.On((0, signals => signals.Enter(Direction.Long, terms))))
            .WithExecution(execution => execution with { Slippage = slippage }).Run();
}
