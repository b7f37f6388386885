namespace Backtest.Engine;

/// <summary>Divides an entry into the parts for which it has targets.</summary>
internal static class EntryParts
{
    private const double All = 1 - 1e-9;

    /// <summary>
    /// The quantity of a part, in whole lots. Cumulative quantities are rounded down, so that nothing is left over if the fractions add up to the
    /// whole.
    /// </summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="from">The start of the part, as a fraction of the whole.</param>
    /// <param name="to">The end of the part.</param>
    /// <param name="quantity">The whole quantity.</param>
    public static decimal Of(Instrument instrument, double from, double to, decimal quantity) =>
        UpTo(instrument, to, quantity) - UpTo(instrument, from, quantity);

    private static decimal UpTo(Instrument instrument, double share, decimal quantity) =>
        share >= All ? quantity : instrument.RoundDownToLot(quantity * (decimal)share);
}
