namespace Backtest;

/// <summary>What dividends of a LEAN folder come to, which are told by its price factors alone.</summary>
public enum LeanDividends
{
    /// <summary>Each is rounded to the cent, half to even, as LEAN pays it.</summary>
    Cents,

    /// <summary>Each is what the factors say: the amount with the fewest decimals, from two to six, that their digits allow.</summary>
    Factors,
}
