namespace Backtest;

/// <summary>In which order a bar's extremes are met, as far as one position is concerned.</summary>
public enum PathOrder
{
    /// <summary>
    /// The bar does not say, and what it leaves open counts against the position: of a stop and a target in one bar the stop fills, and after
    /// an entry inside the bar only what the bar proves to come later counts in its favor.
    /// </summary>
    Worse,

    /// <summary>The bar does not say, and what it leaves open counts for the position.</summary>
    Better,

    /// <summary>Open, high, low, close.</summary>
    HighFirst,

    /// <summary>Open, low, high, close.</summary>
    LowFirst,
}
