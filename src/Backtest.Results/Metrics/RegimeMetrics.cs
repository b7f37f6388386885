namespace Backtest.Results;

/// <summary>What became of one regime of one classifier.</summary>
public sealed record RegimeMetrics
{
    /// <summary>The share of the bars seen, over all its instruments, that were spent in it; in [0, 1]; null without bars.</summary>
    public required double? TimeSpent { get; init; }

    /// <summary>Money made by the trades entered in it, over the classifier's portfolios, commissions taken off.</summary>
    public required decimal Profit { get; init; }

    /// <summary>How many trades were entered in it and closed.</summary>
    public required int Trades { get; init; }
}
