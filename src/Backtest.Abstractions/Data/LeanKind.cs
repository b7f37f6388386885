namespace Backtest;

/// <summary>What the bars of a LEAN folder are made of.</summary>
public enum LeanKind
{
    /// <summary>Of trades.</summary>
    Trades,

    /// <summary>Of quotes: their prices are halfway between bid and ask, which each bar has as well.</summary>
    Quotes,

    /// <summary>Of trades, with bid and ask of the quotes of the same time beside them, where there are any.</summary>
    Both,
}
