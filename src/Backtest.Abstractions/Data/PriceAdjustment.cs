namespace Backtest;

/// <summary>
/// Which corporate actions prices are adjusted for while they are read. What they are not adjusted for, a run applies as it happens.
/// </summary>
public enum PriceAdjustment
{
    /// <summary>Prices as they were traded: a run splits positions and pays dividends.</summary>
    None,

    /// <summary>Prices are divided by later splits, volumes multiplied: a run pays dividends, in units after the last split.</summary>
    Splits,

    /// <summary>Prices are lowered by later dividends as well, as if each had been invested again: a run does neither.</summary>
    All,

    /// <summary>
    /// Prices on the source's own scale, by the factors it has, whatever days are read: a LEAN folder's factor files, as LEAN reads them. A run
    /// applies neither splits nor dividends.
    /// </summary>
    AsSource,
}
