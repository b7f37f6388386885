namespace Backtest;

/// <summary>The corporate actions prices are adjusted for while they are read. A run applies the others when they take effect.</summary>
public enum PriceAdjustment
{
    /// <summary>Prices as they were traded: a run splits positions and pays dividends.</summary>
    None,

    /// <summary>Prices are divided by later splits, volumes multiplied: a run pays dividends, in units after the last split.</summary>
    Splits,

    /// <summary>Prices are lowered by later dividends as well, as if each had been reinvested: a run does neither.</summary>
    All,

    /// <summary>
    /// Prices on the source's own scale, by its own factors, whatever days are read: a LEAN folder's factor files, as LEAN reads them. A run applies
    /// neither splits nor dividends.
    /// </summary>
    AsSource,
}
