using Backtest.Research;
using CsCheck;

namespace Backtest.Tests.Validation;

/// <summary>All ways to test some folds and choose by the others.</summary>
public sealed class FoldPlanTests
{
    [Theory]
    [InlineData(3, 2, 3, 2)]
    [InlineData(5, 2, 10, 4)]
    [InlineData(6, 2, 15, 5)]
    [InlineData(10, 2, 45, 9)]
    [InlineData(8, 1, 8, 1)]
    public void The_number_of_splits_and_paths_is_that_of_the_literature(int folds, int tested, int splits, int paths)
    {
        FoldPlan plan = new(days: 600, folds, tested, purge: 0, embargo: 0);
        Assert.Equal((splits, paths), (plan.Splits.Count, plan.Paths));
        Assert.Equal(splits, FoldPlan.Count(folds, tested));
    }

    [Fact]
    public void Ten_days_in_three_folds_of_which_two_are_tested()
    {
        FoldPlan plan = new(days: 10, folds: 3, testFolds: 2, purge: 1, embargo: 1);
        Assert.Equal([new DayRange(0, 3), new DayRange(3, 6), new DayRange(6, 10)], plan.Folds);
        Assert.Equal(["0 1", "0 2", "1 2"], plan.Splits.Select(split => string.Join(' ', split.TestFolds)));
        Assert.Equal([new DayRange(7, 10)], plan.Splits[0].Train);
        Assert.Equal([new DayRange(4, 5)], plan.Splits[1].Train);
        Assert.Equal([new DayRange(0, 2)], plan.Splits[2].Train);
        Assert.Equal([[0, 0, 1], [1, 2, 2]], Enumerable.Range(0, plan.Paths).Select(path => plan.Path(path).ToArray()));
    }

    [Fact]
    public void No_day_is_tested_and_chosen_by_and_none_near_a_test_is_chosen_by() => (
        from folds in Gen.Int[2, 8]
        from tested in Gen.Int[1, folds - 1]
        from days in Gen.Int[folds * 2, 200]
        from purge in Gen.Int[0, 4]
        from embargo in Gen.Int[0, 4]
        select (folds, tested, days, purge, embargo)).Sample(given =>
    {
        FoldPlan plan = new(given.days, given.folds, given.tested, given.purge, given.embargo);
        foreach (FoldSplit split in plan.Splits)
        {
            bool[] test = Mark(split.Test, given.days);
            bool[] train = Mark(split.Train, given.days);
            for (int day = 0; day < given.days; day++)
            {
                bool isNear = Enumerable.Range(day - given.embargo, given.embargo + given.purge + 1).Any(near => near >= 0 && near < given.days && test[near]);
                Assert.Equal(!isNear, train[day]);
            }
        }

        for (int path = 0; path < plan.Paths; path++)
            Assert.All(plan.Path(path).Index(), fold => Assert.Contains(fold.Index, plan.Splits[fold.Item].TestFolds));
        Assert.Equal(
            plan.Splits.Count * given.tested,
            Enumerable.Range(0, plan.Paths).SelectMany(path => plan.Path(path).Index()).Distinct().Count());
    }, iter: 200);

    private static bool[] Mark(IEnumerable<DayRange> ranges, int days)
    {
        bool[] marked = new bool[days];
        foreach (DayRange range in ranges)
            marked.AsSpan(range.From, range.Count).Fill(true);
        return marked;
    }
}
