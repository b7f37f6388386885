namespace Backtest.Tests;

/// <summary>Worked by hand: levels of a day are reached in the order in which three bars of eight hours reach them.</summary>
public sealed class FinerBarsTests
{
    private static readonly Timeframe EightHours = new(8, 'h');

    // A day without changes, and one at whose open it is bought at 100.
    private static readonly (double, double, double, double)[][] Bought = [[Flat(100), Flat(100), Flat(100)], [Flat(100), Flat(100), Flat(100)]];

    [Fact]
    public void A_target_that_is_met_ahead_of_the_stop_fills()
    {
        RecordedRun run = Run([.. Bought, [(100, 104, 99, 103), (103, 103, 96, 97), Flat(97)]], Bracket);

        Assert.Equal([100m, 103m], run.FillPrices);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void A_stop_that_is_met_ahead_of_the_target_fills()
    {
        RecordedRun run = Run([.. Bought, [(100, 101, 96, 98), (98, 104, 98, 104), Flat(104)]], Bracket);

        Assert.Equal([100m, 97m], run.FillPrices);
    }

    [Theory]
    [InlineData("pessimistic", 97)]
    [InlineData("optimistic", 103)]
    [InlineData("nearest_extreme", 103)]
    public void Of_both_in_one_finer_bar_the_path_otherwise_says_which_fills(string otherwise, double price)
    {
        RecordedRun run = Run([.. Bought, [Flat(100), (101, 104, 96, 100), Flat(100)]], Bracket, otherwise);

        Assert.Equal([100m, (decimal)price], run.FillPrices);
    }

    [Fact]
    public void A_gap_between_finer_bars_fills_where_the_next_one_opens()
    {
        RecordedRun run = Run([.. Bought, [(100, 101, 99, 100), (95, 96, 94, 95), Flat(95)]], Bracket);

        Assert.Equal([100m, 95m], run.FillPrices);
        Assert.Equal(At(day: 2, hour: 8), run.Fills[^1].Fill.Time);
    }

    [Fact]
    public void A_fill_has_the_time_of_its_finer_bar_and_the_label_of_its_bar()
    {
        RecordedRun run = Run([.. Bought, [Flat(100), (100, 104, 100, 104), Flat(104)]], Bracket);

        FillEvent exit = run.Fills[^1].Fill;
        Assert.Equal((At(day: 2, hour: 16), At(day: 2, hour: 0), 2L, 100), (exit.Time, exit.BarStart, exit.BarIndex, exit.BarOpen));
    }

    [Fact]
    public void What_protects_an_entry_sees_only_the_finer_bars_after_it()
    {
        // The high of 104 precedes the entry at 99; the target of 103 is reached on the next day.
        RecordedRun run = Run(
            [[Flat(100), Flat(100), Flat(100)], [(100, 104, 100, 100), (100, 100, 98.5, 99), (99, 101, 99, 101)], [(101, 103, 101, 103), Flat(103), Flat(103)]],
            new EntryTerms { Limit = 99, StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(103) });

        Assert.Equal([99m, 103m], run.FillPrices);
        Assert.Equal([At(day: 1, hour: 16), At(day: 2, hour: 8)], run.Fills.Select(fill => fill.Fill.Time));
    }

    [Fact]
    public void An_entry_its_target_and_the_next_entry_fill_in_one_bar()
    {
        RecordedRun run = Run(
            [[Flat(100), Flat(100), Flat(100)], [(100, 100, 99, 99), (99, 103, 99, 103), (103, 103, 97, 98)]],
            signals =>
            {
                SignalHandle first = signals.Enter(Direction.Long, new EntryTerms { Limit = 99, TakeProfit = PriceLevel.At(102) });
                signals.Enter(Direction.Long, new EntryTerms { Limit = 98, After = first });
            });

        Assert.Equal([99m, 102m, 98m], run.FillPrices);
    }

    [Fact]
    public void A_trailing_stop_follows_from_finer_bar_to_finer_bar()
    {
        RecordedRun run = Run(
            [.. Bought, [(100, 105, 100, 104), (104, 104, 102.5, 103), Flat(103)]], new EntryTerms { TrailingStop = 2 });

        Assert.Equal([100m, 103m], run.FillPrices);
    }

    [Fact]
    public void A_stop_limit_touched_in_one_finer_bar_waits_at_its_limit_in_the_next()
    {
        RecordedRun run = Run(
            [[Flat(100), Flat(100), Flat(100)], [(100, 102.5, 100, 102.5), (102.5, 102.5, 101, 101.5), Flat(101.5)]],
            new EntryTerms { Stop = 102, Limit = 101.2 });

        Assert.Equal([101.2m], run.FillPrices);
        Assert.Equal(At(day: 1, hour: 16), run.Fills[0].Fill.Time);
    }

    [Fact]
    public void A_short_is_closed_in_the_order_of_its_finer_bars_as_well()
    {
        RecordedRun run = Run(
            [.. Bought, [(100, 101, 96, 98), (98, 104, 98, 104), Flat(104)]],
            signals => signals.Enter(Direction.Short, new EntryTerms { StopLoss = PriceLevel.At(103), TakeProfit = PriceLevel.At(97) }));

        Assert.Equal([100m, 97m], run.FillPrices);
    }

    [Fact]
    public void A_market_order_on_the_close_fills_at_the_last_finer_close()
    {
        RecordedRun run = Run(
            [[Flat(100), Flat(100), Flat(100)], [(100, 104, 99, 103), (103, 103, 96, 97), (97, 98, 97, 98)]],
            new EntryTerms { Type = OrderType.MarketOnClose });

        Assert.Equal([98m], run.FillPrices);
    }

    [Fact]
    public void A_latency_ends_within_the_bar()
    {
        RecordedRun run = Of([[Flat(100), Flat(100), Flat(100)], [(100, 104, 99, 103), (102, 103, 101, 102), Flat(102)]], Buy)
            .WithExecution(execution => execution with { Latency = new Latency.Time(new Timeframe(3, 'h')) }).Run();

        Assert.Equal([102m], run.FillPrices);
        Assert.Equal(At(day: 1, hour: 8), run.Fills[0].Fill.Time);
    }

    [Fact]
    public void A_volume_limit_is_of_each_finer_bar()
    {
        IReadOnlyList<TestBar> finer = [.. Days([[Flat(100), Flat(100), Flat(100)], [Flat(100), Flat(101), Flat(102)]]).Select(bar => bar with { Volume = 40 })];
        RecordedRun run = Scenario.Of(FinerBarsOf.Joined(finer, TimeSpan.FromDays(1)), Plan.On((0, Buy))).WithFiner(EightHours, finer)
            .WithExecution(execution => execution with { VolumeLimit = 0.1m }).Run();

        Assert.Equal([4m, 4m, 2m], run.FillQuantities);
        Assert.Equal([100m, 101m, 102m], run.FillPrices);
    }

    [Fact]
    public void Quotes_of_finer_bars_are_taken_by_side()
    {
        IReadOnlyList<TestBar> finer = Days([.. Bought, [(100, 104, 99, 103), (103, 103, 96, 97), Flat(97)]]);
        RecordedRun run = Scenario.Of(
                [.. FinerBarsOf.Joined(finer, TimeSpan.FromDays(1)).Select(bar => bar.Quoted(0.5))],
                Plan.On((0, signals => signals.Enter(Direction.Long, Bracket))))
            .WithFiner(EightHours, [.. finer.Select(bar => bar.Quoted(0.5))]).Run();

        Assert.Equal([100.5m, 103m], run.FillPrices);
    }

    [Fact]
    public void Of_the_bar_of_an_exit_excursions_know_the_finer_bars_ahead_of_it()
    {
        // The day alone proves only its open and the stop: the high may have come later.
        RecordedRun run = Run([.. Bought, [(100, 106, 100, 105), (105, 105, 95, 96), Flat(96)]], new EntryTerms { StopLoss = PriceLevel.At(97) });

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-30.0, 60.0), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    [Fact]
    public void Of_the_bar_of_an_entry_excursions_know_the_finer_bars_after_it()
    {
        // Bought at 99 in the second part: the high of the first part came before, that of the third after it.
        RecordedRun run = Run(
            [[Flat(100), Flat(100), Flat(100)], [(100, 106, 100, 100), (100, 100, 98.5, 99), (99, 104, 99, 101)], [Flat(97), Flat(97), Flat(97)]],
            new EntryTerms { Limit = 99, StopLoss = PriceLevel.At(98) });

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-20.0, 50.0), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    [Fact]
    public void Of_a_bar_that_is_met_as_a_whole_excursions_know_what_it_proves()
    {
        IReadOnlyList<TestBar> finer = Days([.. Bought, [(100, 106, 100, 105), (105, 105, 95, 96), Flat(96)]]);
        RecordedRun run = Scenario.Of(FinerBarsOf.Joined(finer, TimeSpan.FromDays(1)), Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(97) }))))
            .WithFiner(EightHours, [.. finer.Take(6)]).Run();

        TradeEvent trade = Assert.Single(run.Trades).Trade;
        Assert.Equal((-30.0, 0.0), (trade.MaximumAdverseExcursion, trade.MaximumFavorableExcursion));
    }

    private static EntryTerms Bracket => new() { StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(103) };

    private static void Buy(ISignals signals) => signals.Enter(Direction.Long);

    private static RecordedRun Run((double, double, double, double)[][] days, EntryTerms terms, string otherwise = "pessimistic") =>
        Run(days, signals => signals.Enter(Direction.Long, terms), otherwise);

    private static RecordedRun Run((double, double, double, double)[][] days, Action<ISignals> does, string otherwise = "pessimistic") =>
        Of(days, does, otherwise).Run();

    private static Scenario Of((double, double, double, double)[][] days, Action<ISignals> does, string otherwise = "pessimistic")
    {
        IReadOnlyList<TestBar> finer = Days(days);
        return Scenario.Of(FinerBarsOf.Joined(finer, TimeSpan.FromDays(1)), Plan.On((0, does))).WithFiner(EightHours, finer, otherwise);
    }

    private static (double, double, double, double) Flat(double price) => (price, price, price, price);

    private static DateTime At(int day, int hour) => TestBar.FirstDay.AddDays(day).AddHours(hour);

    private static IReadOnlyList<TestBar> Days((double Open, double High, double Low, double Close)[][] days) =>
    [
        .. days.SelectMany((parts, day) => parts.Select((part, place) =>
            new TestBar(At(day, 8 * place), part.Open, part.High, part.Low, part.Close))),
    ];
}
