namespace Backtest.Engine;

/// <summary>The regimes of one classifier in a chunk.</summary>
public sealed class ClassifierJournal
{
    /// <summary>A row for each change.</summary>
    public Rows<RegimeRecord> Regimes { get; } = new();

    /// <summary>A row for each bar and state, if the classifier gives probabilities.</summary>
    public Rows<RegimeProbabilityRecord> Probabilities { get; } = new();

    /// <summary>The number of bars in each state so far, over all its instruments; the last entry is <c>unknown</c>.</summary>
    public long[] BarsInState { get; init; } = [];

    /// <summary>Removes the rows once they are recorded.</summary>
    internal void Clear()
    {
        Regimes.Clear();
        Probabilities.Clear();
    }
}
