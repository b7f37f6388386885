namespace Backtest.Research;

/// <summary>A range of days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The end, exclusive.</param>
public readonly record struct DayRange(int From, int To)
{
    /// <summary>The number of days.</summary>
    public int Count => To - From;
}

/// <summary>A division of days into those used to choose and those tested.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="TestFolds">The folds tested, in order.</param>
/// <param name="Test">The days tested, one range per fold.</param>
/// <param name="Train">The days used to choose: all others, except those purged and those under embargo.</param>
public sealed record FoldSplit(int Number, IReadOnlyList<int> TestFolds, IReadOnlyList<DayRange> Test, IReadOnlyList<DayRange> Train);
