namespace Backtest;

/// <summary>The range of prices an entry may fill at, gaps aside.</summary>
/// <param name="Best">The best price: the lowest for a purchase; infinite if nothing bounds it.</param>
/// <param name="Worst">The worst price: the highest for a purchase.</param>
public readonly record struct EntryPrices(double Best, double Worst)
{
    /// <summary>
    /// The range that follows from an entry's own prices: its trigger price, or else the close; with a limit, anywhere between there and the limit. A
    /// trailing entry fills no worse than where it stands now, and may fill at any better price.
    /// </summary>
    /// <param name="direction">The side of the entry.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="close">The close it was decided on.</param>
    public static EntryPrices Of(Direction direction, in EntryTerms terms, double close)
    {
        int ahead = direction == Direction.Long ? 1 : -1;
        double waking = terms.Stop ?? terms.Touch ?? close;
        if ((terms.Trail ?? waking * terms.TrailFraction) is { } distance)
            return new EntryPrices(ahead * double.NegativeInfinity, waking + (ahead * distance));
        double limit = terms.Limit ?? waking;
        return new EntryPrices(ahead > 0 ? Math.Min(limit, waking) : Math.Max(limit, waking), limit);
    }
}
