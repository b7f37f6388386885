namespace Backtest.Results;

/// <summary>The similarity of two strategies' signals.</summary>
public sealed record SignalOverlap
{
    /// <summary>The portfolio of the first strategy.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The first strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The portfolio of the second strategy.</summary>
    public required string OtherPortfolio { get; init; }

    /// <summary>The second strategy.</summary>
    public required string OtherStrategy { get; init; }

    /// <summary>
    /// The correlation (Pearson, 1895) of their intended positions, direction times strength, over all trading days of all common symbols, or null
    /// if one of them never changes.
    /// </summary>
    public required double? Correlation { get; init; }

    /// <summary>The number of pairs of day and symbol it is computed over.</summary>
    public required long Days { get; init; }

    /// <summary>The number of entries of the first strategy.</summary>
    public required int Signals { get; init; }

    /// <summary>The number of entries of the second strategy.</summary>
    public required int OtherSignals { get; init; }

    /// <summary>The number of entries of both for the same side of the same symbol at the same time.</summary>
    public required int Shared { get; init; }

    /// <summary>The shared entries divided by all distinct entries (Jaccard, 1901), or null if there are none.</summary>
    public double? Share => Signals + OtherSignals == 0 ? null : Shared / (double)(Signals + OtherSignals - Shared);
}
