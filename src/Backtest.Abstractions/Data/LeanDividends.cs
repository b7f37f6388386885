namespace Backtest;

/// <summary>How the dividends of a LEAN folder, which it has only as price factors, are determined.</summary>
public enum LeanDividends
{
    /// <summary>Each is rounded to the cent, half to even, as LEAN pays it.</summary>
    Cents,

    /// <summary>Each follows from the factors: the amount with the fewest decimals, from two to six, that their digits allow.</summary>
    Factors,
}
