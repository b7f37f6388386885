namespace Backtest.Engine;

/// <summary>How long a window of time is.</summary>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Count">How many.</param>
public readonly record struct WindowLength(WindowUnit Unit, int Count);

/// <summary>What windows of time are counted in.</summary>
public enum WindowUnit
{
    /// <summary>Trading days.</summary>
    Days,

    /// <summary>Bars of the symbol that has the most; whole days of them.</summary>
    Bars,

    /// <summary>Trades closed by what was best so far, over all portfolios; whole days of them.</summary>
    Trades,
}
