using Backtest.Engine;
using Backtest.Research;
using CsCheck;

namespace Backtest.Tests.Validation;

/// <summary>The days of the windows of a walk-forward.</summary>
public sealed class WindowPlanTests
{
    private static readonly int[] OneBarADay = [.. Enumerable.Repeat(1, 25)];

    [Fact]
    public void Rolling_windows_are_as_long_as_the_first_and_the_last_test_has_what_is_left() => Assert.Equal(
        ["0-10 10-15", "5-15 15-20", "10-20 20-25"], Lines(Config(train: 10, test: 5), OneBarADay));

    [Fact]
    public void A_partial_test_is_kept_or_dropped()
    {
        Assert.Equal(["0-10 10-16", "6-16 16-22", "12-22 22-25"], Lines(Config(train: 10, test: 6), OneBarADay));
        Assert.Equal(["0-10 10-16", "6-16 16-22"], Lines(Config(train: 10, test: 6) with { DropsPartial = true }, OneBarADay));
    }

    [Fact]
    public void Anchored_windows_begin_with_the_first_day() => Assert.Equal(
        ["0-10 10-15", "0-15 15-20", "0-20 20-25"], Lines(Config(train: 10, test: 5) with { Mode = WalkForwardMode.Anchored }, OneBarADay));

    [Fact]
    public void A_gap_lies_between_search_and_test_and_a_step_between_tests() => Assert.Equal(
        ["0-10 12-15", "8-18 20-23"],
        Lines(Config(train: 10, test: 3) with { Gap = new WindowLength(WindowUnit.Days, 2), Step = new WindowLength(WindowUnit.Days, 8) }, OneBarADay));

    [Fact]
    public void Bars_are_counted_in_whole_days()
    {
        int[] bars = [3, 3, 1, 3, 3, 3, 3, 3];
        Assert.Equal(
            ["0-3 3-5", "2-5 5-7"],
            Lines(new WalkForwardConfig { Train = new WindowLength(WindowUnit.Bars, 7), Test = new WindowLength(WindowUnit.Bars, 4), DropsPartial = true }, bars)
);
    }

    [Fact]
    public void Trades_are_counted_in_whole_days()
    {
        int[] trades = [0, 2, 0, 1, 1, 0, 3, 0];
        var plan = new WindowPlan(
            new WalkForwardConfig { Train = new WindowLength(WindowUnit.Trades, 3), Test = new WindowLength(WindowUnit.Trades, 2) }, [1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(4, plan.FirstTest(trades));
        Assert.Equal(new DayRange(4, 7), plan.Test(4, isFirst: true, trades));
        Assert.Equal(7, plan.NextTest(new DayRange(4, 7), trades));
        Assert.Equal(new DayRange(6, 7), plan.TrainBefore(7, trades));
        Assert.Equal(new DayRange(1, 4), plan.TrainBefore(4, trades));
        Assert.Equal(new DayRange(7, 8), plan.Test(7, isFirst: false, trades));
        Assert.Null(plan.Test(7, isFirst: true, trades));
    }

    [Fact]
    public void Steps_in_another_unit_never_begin_a_test_within_another()
    {
        WalkForwardConfig config = Config(train: 4, test: 6) with { Step = new WindowLength(WindowUnit.Bars, 3) };
        Assert.Equal(["0-4 4-10", "6-10 10-16", "12-16 16-22", "18-22 22-25"], Lines(config, OneBarADay));
    }

    [Fact]
    public void Data_too_short_for_one_window_is_told()
    {
        InputError error = Assert.Throws<InputException>(() => WindowPlan.Of(Config(train: 22, test: 5), OneBarADay)).Errors[0];
        Assert.Equal(("long_windows", "validation.train"), (error.Code, error.Key));
        Assert.Equal("a search of 22 days and a test of 5 days are longer than the data, which has 25 trading days and 25 bars", error.Message);
    }

    [Fact]
    public void No_day_is_traded_twice_or_searched_once_it_is_traded() => (
        from days in Gen.Int[22, 300] // enough for one window of any length
        from train in Gen.Int[1, 10]
        from test in Gen.Int[1, 9]
        from gap in Gen.Int[0, 3]
        from more in Gen.Int[0, 3]
        from isAnchored in Gen.Bool
        select (days, train, test, gap, more, isAnchored)).Sample(given =>
    {
        WalkForwardConfig config = Config(given.train, given.test) with
        {
            Gap = new WindowLength(WindowUnit.Days, given.gap),
            Step = new WindowLength(WindowUnit.Days, given.test + given.more),
            Mode = given.isAnchored ? WalkForwardMode.Anchored : WalkForwardMode.Rolling,
        };
        int traded = 0;
        foreach (Window window in WindowPlan.Of(config, [.. Enumerable.Repeat(1, given.days)]))
        {
            Assert.True(window.Test.From >= traded && window.Test.To <= given.days && window.Test.Count > 0);
            Assert.Equal(given.gap, window.Test.From - window.Train.To);
            Assert.True(given.isAnchored ? window.Train.From == 0 : window.Train.Count == given.train);
            traded = window.Test.To;
        }
    }, iter: 100);

    private static WalkForwardConfig Config(int train, int test) => new()
    {
        Train = new WindowLength(WindowUnit.Days, train),
        Test = new WindowLength(WindowUnit.Days, test),
    };

    private static IEnumerable<string> Lines(WalkForwardConfig config, int[] bars) =>
        WindowPlan.Of(config, bars).Select(window => FormattableString.Invariant($"{window.Train.From}-{window.Train.To} {window.Test.From}-{window.Test.To}"));
}
