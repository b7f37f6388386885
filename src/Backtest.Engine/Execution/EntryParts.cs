namespace Backtest.Engine;

/// <summary>Parts of an entry, for each of which there is a target.</summary>
internal static class EntryParts
{
    private const double All = 1 - 1e-9;

    /// <summary>
    /// How many of a quantity a part is, in whole lots: rounded down with all parts before it, so that nothing is left over where fractions add
    /// up to all of it.
    /// </summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="from">Where the part begins, as a fraction of all.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="quantity">All of it.</param>
    public static decimal Of(Instrument instrument, double from, double to, decimal quantity) =>
        UpTo(instrument, to, quantity) - UpTo(instrument, from, quantity);

    private static decimal UpTo(Instrument instrument, double share, decimal quantity) =>
        share >= All ? quantity : instrument.RoundDownToLot(quantity * (decimal)share);
}
