namespace Backtest.Engine;

/// <summary>How long a window of time is.</summary>
/// <param name="Unit">Its unit.</param>
/// <param name="Count">How many.</param>
public readonly record struct WindowLength(WindowUnit Unit, int Count);

/// <summary>The unit of windows of time.</summary>
public enum WindowUnit
{
    /// <summary>Trading days.</summary>
    Days,

    /// <summary>Bars of the symbol that has the most; whole days of them.</summary>
    Bars,

    /// <summary>Trades closed with the best parameters so far, over all portfolios; whole days of them.</summary>
    Trades,
}
