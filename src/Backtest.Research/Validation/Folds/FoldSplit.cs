namespace Backtest.Research;

/// <summary>Days from one place to another.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The end, excluded.</param>
public readonly record struct DayRange(int From, int To)
{
    /// <summary>How many there are.</summary>
    public int Count => To - From;
}

/// <summary>A way to part days in those that are chosen by and those that are tested on.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="TestFolds">The folds tested, in order.</param>
/// <param name="Test">The days tested: a range for each of them.</param>
/// <param name="Train">The days chosen by: all others, without those purged and those under embargo.</param>
public sealed record FoldSplit(int Number, IReadOnlyList<int> TestFolds, IReadOnlyList<DayRange> Test, IReadOnlyList<DayRange> Train);
