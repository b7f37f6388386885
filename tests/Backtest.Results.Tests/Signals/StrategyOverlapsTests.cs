using Backtest.Results;

namespace Backtest.Tests.Signals;

public sealed class StrategyOverlapsTests
{
    private static readonly IReadOnlyList<IReadOnlyList<int>> FourDays = [[1, 2, 3, 4]];

    [Fact]
    public void What_is_wanted_lasts_from_entry_to_exit()
    {
        StrategyOverlaps overlaps = Two(goesByPosition: false);
        overlaps.Enter("main", "one", 0, time: 1, day: 1, sign: 1, strength: 1);
        overlaps.Exit("main", "one", 0, day: 3, fraction: 1);
        overlaps.Enter("main", "other", 0, time: 2, day: 2, sign: 1, strength: 0.5);
        overlaps.Exit("main", "other", 0, day: 4, fraction: 1);

        // 1, 1, 0, 0 against 0, ½, ½, 0.
        SignalOverlap pair = Assert.Single(overlaps.All(FourDays));
        Assert.Equal(0, pair.Correlation!.Value, 12);
        Assert.Equal((4, 1, 1, 0, 0.0), (pair.Days, pair.Signals, pair.OtherSignals, pair.Shared, pair.Share));
    }

    [Fact]
    public void What_sees_itself_flat_wants_only_what_it_enters_on_the_day()
    {
        StrategyOverlaps overlaps = Two(goesByPosition: true);
        foreach (string strategy in new[] { "one", "other" })
            overlaps.Enter("main", strategy, 0, time: 1, day: 1, sign: 1, strength: 1);
        overlaps.Enter("main", "one", 0, time: 2, day: 2, sign: 1, strength: 1);

        // 1, 1, 0, 0 against 1, 0, 0, 0: ¼ over √(1 · ¾).
        SignalOverlap pair = Assert.Single(overlaps.All(FourDays));
        Assert.Equal(0.5 / Math.Sqrt(0.75), pair.Correlation!.Value, 12);
        Assert.Equal((2, 1, 1, 0.5), (pair.Signals, pair.OtherSignals, pair.Shared, pair.Share));
    }

    [Fact]
    public void Another_side_or_another_time_is_not_the_same_entry()
    {
        StrategyOverlaps overlaps = Two(goesByPosition: false);
        overlaps.Enter("main", "one", 0, time: 1, day: 1, sign: 1, strength: 1);
        overlaps.Enter("main", "other", 0, time: 1, day: 1, sign: -1, strength: 1);
        overlaps.Enter("main", "other", 0, time: 2, day: 2, sign: 1, strength: 1);

        Assert.Equal(0, Assert.Single(overlaps.All(FourDays)).Shared);
    }

    [Fact]
    public void A_strategy_that_wants_nothing_has_no_correlation()
    {
        StrategyOverlaps overlaps = Two(goesByPosition: false);
        overlaps.Enter("main", "one", 0, time: 1, day: 1, sign: 1, strength: 1);

        SignalOverlap pair = Assert.Single(overlaps.All(FourDays));
        Assert.Null(pair.Correlation);
        Assert.Equal(0, pair.Share);
    }

    private static StrategyOverlaps Two(bool goesByPosition)
    {
        StrategyOverlaps overlaps = new();
        overlaps.Add("main", "one", [0], goesByPosition);
        overlaps.Add("main", "other", [0], goesByPosition);
        return overlaps;
    }
}
