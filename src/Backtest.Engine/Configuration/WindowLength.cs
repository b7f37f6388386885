namespace Backtest.Engine;

/// <summary>The length of a window of time.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Count">The number of units.</param>
public readonly record struct WindowLength(WindowUnit Unit, int Count);

/// <summary>The unit of windows of time.</summary>
public enum WindowUnit
{
    /// <summary>Trading days.</summary>
    Days,

    /// <summary>Bars of the symbol that has the most, in whole days.</summary>
    Bars,

    /// <summary>Trades closed with the best parameters so far, over all portfolios, in whole days.</summary>
    Trades,
}
