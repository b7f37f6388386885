namespace Backtest.Results;

/// <summary>How alike two strategies signal.</summary>
public sealed record SignalOverlap
{
    /// <summary>The portfolio of the one.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The one.</summary>
    public required string Strategy { get; init; }

    /// <summary>The portfolio of the other.</summary>
    public required string OtherPortfolio { get; init; }

    /// <summary>The other.</summary>
    public required string OtherStrategy { get; init; }

    /// <summary>
    /// The correlation (Pearson, 1895) of what they want to hold, direction times strength, over all trading days of all symbols both work on,
    /// or null if one never changes its mind.
    /// </summary>
    public required double? Correlation { get; init; }

    /// <summary>How many days of symbols it is taken over.</summary>
    public required long Days { get; init; }

    /// <summary>Entries of the one.</summary>
    public required int Signals { get; init; }

    /// <summary>Entries of the other.</summary>
    public required int OtherSignals { get; init; }

    /// <summary>Entries of both for the same side of the same symbol at the same time.</summary>
    public required int Shared { get; init; }

    /// <summary>Those over all entries of either (Jaccard, 1901), or null if there is none.</summary>
    public double? Share => Signals + OtherSignals == 0 ? null : Shared / (double)(Signals + OtherSignals - Shared);
}
