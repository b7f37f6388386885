namespace Backtest;

/// <summary>Between which prices an entry may fill, gaps aside.</summary>
/// <param name="Best">The best for it: the lowest for a purchase; infinite where nothing bounds it.</param>
/// <param name="Worst">The worst for it: the highest for a purchase.</param>
public readonly record struct EntryPrices(double Best, double Worst)
{
    /// <summary>
    /// Where an entry fills by its own prices: where it wakes, or else at the close, and with a limit anywhere between there and the limit. One that
    /// trails fills no worse than where it stands now, and may fill at any better price.
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
