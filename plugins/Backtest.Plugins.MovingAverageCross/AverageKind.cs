namespace Backtest.Plugins.MovingAverageCross;

/// <summary>How the values of a moving average are weighted.</summary>
public enum AverageKind
{
    /// <summary>All alike.</summary>
    Sma,

    /// <summary>The newer the more, exponentially.</summary>
    Ema,
}
