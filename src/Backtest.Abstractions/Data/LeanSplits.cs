namespace Backtest;

/// <summary>What splits of a LEAN folder come to, which are told by its split factors alone.</summary>
public enum LeanSplits
{
    /// <summary>Each is the ratio of the smallest whole numbers of shares that the digits of the factors allow: 7 for 1.</summary>
    Ratios,

    /// <summary>Each is what the factors say, as LEAN has it: 0.25 / 0.0357143, of which 100 shares become 699 and the rest is paid out.</summary>
    Factors,
}
