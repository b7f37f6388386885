namespace Backtest.Plugins.MovingAverageCross;

/// <summary>How the values of a moving average are weighted.</summary>
public enum AverageKind
{
    /// <summary>All equally.</summary>
    Sma,

    /// <summary>Exponentially more the newer they are.</summary>
    Ema,
}
