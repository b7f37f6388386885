namespace Backtest.Results;

/// <summary>What closed trades were like, beyond the usual figures. Returns are profits over the value entered.</summary>
public sealed record TradeMetrics
{
    /// <summary>The mean loss of losing trades, in money; below zero.</summary>
    public double? AverageLosingTrade { get; init; }

    /// <summary>The mean profit of winning trades, in money.</summary>
    public double? AverageWinningTrade { get; init; }

    /// <summary>The best return of a trade, as a fraction.</summary>
    public double? BestTrade { get; init; }

    /// <summary>The geometric mean of the returns of trades; null where one lost all or more.</summary>
    public double? GeometricMeanTrade { get; init; }

    /// <summary>Kelly's fraction in money: w − (1 − w) / (mean win / mean loss), w the share of winning trades (Kelly, 1956).</summary>
    public double? KellyFraction { get; init; }

    /// <summary>The longest time from the bar of the entry to the bar of the exit, in calendar days, rounded up.</summary>
    public int? LongestTradeDays { get; init; }

    /// <summary>The mean of that time, in calendar days, rounded up.</summary>
    public int? MeanTradeDays { get; init; }

    /// <summary>The system quality number: √n · mean profit / deviation of the sample of profits (Tharp, 2008).</summary>
    public double? SystemQualityNumber { get; init; }

    /// <summary>The worst return of a trade, as a fraction.</summary>
    public double? WorstTrade { get; init; }
}
