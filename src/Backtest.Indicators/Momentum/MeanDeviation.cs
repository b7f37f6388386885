namespace Backtest;

/// <summary>How far prices are from their mean, on average.</summary>
public enum MeanDeviation
{
    /// <summary>The mean distance of the window's prices from the window's mean, as the statistic is defined.</summary>
    OfWindow,

    /// <summary>The moving average of each price's distance from the moving average of its own bar.</summary>
    Running,
}
