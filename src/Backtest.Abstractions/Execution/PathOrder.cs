namespace Backtest;

/// <summary>The order in which a bar's extremes are met, as far as one position is concerned.</summary>
public enum PathOrder
{
    /// <summary>
    /// The bar does not say, and what it leaves open counts against the position: if a stop and a target are in one bar, the stop fills, and after an
    /// entry inside the bar only what the bar proves to come later counts in its favor.
    /// </summary>
    Worse,

    /// <summary>The bar does not say, and what it leaves open counts for the position.</summary>
    Better,

    /// <summary>Open, high, low, close.</summary>
    HighFirst,

    /// <summary>Open, low, high, close.</summary>
    LowFirst,
}
