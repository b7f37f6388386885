using CsCheck;

namespace Backtest.Tests;

/// <summary>After an entry inside a bar, only what the bar proves to come after it counts, and everything unfavorable.</summary>
public sealed class EntryInsideBarTests
{
    [Fact]
    public void A_target_is_not_hit_by_a_high_from_before_the_entry()
    {
        RecordedRun run = BuyLimit(95, new EntryTerms { TakeProfit = PriceLevel.At(105) }, (110, 110, 94, 96));

        Assert.Equal([95m], run.FillPrices);
        Assert.Equal(10, Assert.Single(run.Positions).Quantity);
    }

    [Fact]
    public void A_target_the_close_is_beyond_is_hit()
    {
        RecordedRun run = BuyLimit(95, new EntryTerms { TakeProfit = PriceLevel.At(105) }, (110, 110, 94, 106));

        Assert.Equal([95m, 105m], run.FillPrices);
    }

    [Fact]
    public void The_high_beyond_a_stop_entry_hits_its_target()
    {
        RecordedRun run = Buy(new EntryTerms { Stop = 105, TakeProfit = PriceLevel.At(110) }, (100, 112, 99, 101));

        Assert.Equal([105m, 110m], run.FillPrices);
    }

    [Fact]
    public void A_stop_loss_the_bar_touches_counts_even_if_it_may_have_been_before()
    {
        RecordedRun run = Buy(new EntryTerms { Stop = 105, StopLoss = PriceLevel.At(99), TakeProfit = PriceLevel.At(110) }, (100, 112, 98, 106));

        Assert.Equal([105m, 99m], run.FillPrices);
    }

    [Fact]
    public void A_trailing_stop_does_not_follow_a_high_from_before_the_entry()
    {
        RecordedRun run = BuyLimit(95, new EntryTerms { TrailingStop = 5 }, (110, 110, 94, 96), (96, 97, 95, 97), (97, 97, 91, 92));

        // The best proved price is the close of the entry's bar, then the high of the next: 97 minus 5.
        Assert.Equal([95m, 92m], run.FillPrices);
        Assert.Equal(3, run.Fills[1].Fill.BarIndex);
    }

    [Fact]
    public void Excursions_go_by_what_is_proved()
    {
        RecordedRun run = Run(
            [(110, 110, 110, 110), (110, 110, 94, 96), (96, 96, 96, 96), (96, 96, 96, 96)],
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 95 })),
            (1, signals => signals.Exit()));

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-10.0, 10.0), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion)); // the low, and the close
    }

    [Fact]
    public void Of_the_bar_an_exit_fills_in_its_open_counts_and_not_its_extremes()
    {
        RecordedRun run = Run(
            [(100, 100, 100, 100), (100, 100, 100, 100), (103, 120, 97, 118)],
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(98) })));

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-20.0, 30.0), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    [Fact]
    public void A_bar_grants_no_target_that_a_path_inside_it_would_not() => Gen.Select(Gen.Int[0, 100_000], Gen.Bool).Sample((seed, isStop) =>
    {
        var random = new Random(seed);
        double[] path = [.. Enumerable.Range(0, 5).Select(_ => (double)random.Next(90, 111))];
        double level = isStop ? path[0] + 2 : path[0] - 2;
        EntryTerms terms = isStop ? new EntryTerms { Stop = level } : new EntryTerms { Limit = level };
        double target = level + 3;
        RecordedRun one = Buy(terms with { TakeProfit = PriceLevel.At(target) }, (path[0], path.Max(), path.Min(), path[^1]));
        if (one.Fills.Count < 2)
            return;

        int entered = Array.FindIndex(path, price => isStop ? price >= level : price <= level);
        Assert.InRange(entered, 1, path.Length - 1);
        Assert.True(path[entered..].Max() >= target);
    }, iter: 500);

    private static RecordedRun BuyLimit(double limit, EntryTerms terms, params (double, double, double, double)[] bars) =>
        Buy(terms with { Limit = limit }, bars);

    private static RecordedRun Buy(EntryTerms terms, params (double, double, double, double)[] bars) =>
        Run([(100, 100, 100, 100), .. bars], (0, signals => signals.Enter(Direction.Long, terms)));

    private static RecordedRun Run((double, double, double, double)[] bars, params (long, Action<ISignals>)[] steps) =>
        Scenario.Of(TestBar.Days(bars), Plan.On(steps)).Run();
}
