namespace Backtest.Results;

/// <summary>Statistics of closed trades beyond the usual figures. Returns are profits divided by the value entered.</summary>
public sealed record TradeMetrics
{
    /// <summary>The mean loss of losing trades, in money; negative.</summary>
    public double? AverageLosingTrade { get; init; }

    /// <summary>The mean profit of winning trades, in money.</summary>
    public double? AverageWinningTrade { get; init; }

    /// <summary>The highest return of a trade, as a fraction.</summary>
    public double? BestTrade { get; init; }

    /// <summary>The geometric mean of the returns of trades, or null if one lost everything or more.</summary>
    public double? GeometricMeanTrade { get; init; }

    /// <summary>Kelly's fraction in money: w − (1 − w) / (mean win / mean loss), where w is the fraction of winning trades (Kelly, 1956).</summary>
    public double? KellyFraction { get; init; }

    /// <summary>The longest time from the bar of the entry to the bar of the exit, in calendar days, rounded up.</summary>
    public int? LongestTradeDays { get; init; }

    /// <summary>The mean of that time, in calendar days, rounded up.</summary>
    public int? MeanTradeDays { get; init; }

    /// <summary>The system quality number: √n · mean profit / sample standard deviation of profits (Tharp, 2008).</summary>
    public double? SystemQualityNumber { get; init; }

    /// <summary>The lowest return of a trade, as a fraction.</summary>
    public double? WorstTrade { get; init; }
}
