namespace Backtest;

/// <summary>What the bars of a LEAN folder are made of.</summary>
public enum LeanKind
{
    /// <summary>Trades.</summary>
    Trades,

    /// <summary>Quotes: prices are halfway between bid and ask, and each bar has both as well.</summary>
    Quotes,

    /// <summary>Trades, with bid and ask from the quotes of the same time, where there are any.</summary>
    Both,
}
