namespace Backtest;

/// <summary>What a trailing stop follows.</summary>
public enum TrailMark
{
    /// <summary>The best price of each bar, once the bar has closed; it takes effect from the next bar.</summary>
    Extreme,

    /// <summary>The close of each bar.</summary>
    Close,
}
