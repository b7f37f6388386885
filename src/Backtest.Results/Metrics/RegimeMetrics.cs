namespace Backtest.Results;

/// <summary>The figures of one regime of one classifier.</summary>
public sealed record RegimeMetrics
{
    /// <summary>The fraction of bars, over all its instruments, that were spent in it, in [0, 1]; null without bars.</summary>
    public required double? TimeSpent { get; init; }

    /// <summary>The profit after commissions of trades entered in it, over the classifier's portfolios, in money.</summary>
    public required decimal Profit { get; init; }

    /// <summary>The number of closed trades that were entered in it.</summary>
    public required int Trades { get; init; }
}
