namespace Backtest;

/// <summary>One bar as one order meets it: the path of its price, the point from which it counts, and when a level is reached.</summary>
public readonly struct BarPath
{
    /// <summary>How far along the path the close is.</summary>
    public const int End = 3;

    private readonly double _first; // extreme met first
    private readonly double _second;
    private readonly double _provenHigh;
    private readonly double _provenLow;

    /// <summary>The path of a bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="order">The order in which its extremes are met.</param>
    /// <param name="since">The point from which it counts, from 0 at the open to 3 at the close.</param>
    /// <param name="from">The price at that point.</param>
    /// <param name="provenHigh">The highest price proved to come after it.</param>
    /// <param name="provenLow">The lowest price proved to come after it.</param>
    public BarPath(in MatchedBar bar, PathOrder order, double since, double from, double provenHigh, double provenLow)
    {
        Bar = bar;
        Order = order;
        Since = since;
        From = from;
        (_first, _second) = order == PathOrder.LowFirst ? (bar.Low, bar.High) : (bar.High, bar.Low);
        (_provenHigh, _provenLow) = (provenHigh, provenLow);
        TakenClose = bar.Close;
    }

    /// <summary>The bar.</summary>
    public MatchedBar Bar { get; }

    /// <summary>The order in which its extremes are met.</summary>
    public PathOrder Order { get; }

    /// <summary>
    /// The point from which the bar counts for the order: 0 at the open, later for protection of an entry that filled inside the bar.
    /// </summary>
    public double Since { get; }

    /// <summary>The first price that counts: the open, or the price of the entry.</summary>
    public double From { get; }

    /// <summary>The last price of the side of the quotes the order takes; the close if the order meets that side, or if nothing was quoted.</summary>
    public double TakenClose { get; init; }

    /// <summary>Whether the order of prices is known. Otherwise progress only ranks orders.</summary>
    public bool IsKnown => Order is PathOrder.HighFirst or PathOrder.LowFirst;

    /// <summary>The price at a corner of the path: 0 the open, 1 and 2 the extremes, 3 the close.</summary>
    public double Corner(int corner) => corner switch { 0 => Bar.Open, 1 => _first, 2 => _second, _ => Bar.Close };

    /// <summary>When the price is first at or above a level; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isWanted">Whether reaching it favors the position, as with a target, or hurts it, as with a stop.</param>
    public double Rises(double level, bool isWanted) => IsKnown
        ? Reaches(level, isAbove: true, Since, From)
        : (Sees(isWanted) ? Bar.High : _provenHigh) >= level ? Rank(isWanted) : double.NaN;

    /// <summary>When the price is first at or below a level; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isWanted">Whether reaching it favors the position, as with a target, or hurts it, as with a stop.</param>
    public double Falls(double level, bool isWanted) => IsKnown
        ? Reaches(level, isAbove: false, Since, From)
        : (Sees(isWanted) ? Bar.Low : _provenLow) <= level ? Rank(isWanted) : double.NaN;

    /// <summary>When a known path is next at a level or beyond it, from a point on; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isAbove">Whether at or above it; otherwise at or below it.</param>
    /// <param name="progress">The point on the path.</param>
    /// <param name="price">The price at that point.</param>
    public double Reaches(double level, bool isAbove, double progress, double price)
    {
        if (isAbove ? price >= level : price <= level)
            return progress;
        for (int leg = (int)progress; leg < End; leg++)
        {
            (double start, double end) = (Corner(leg), Corner(leg + 1));
            if (isAbove ? end >= level : end <= level)
                return leg + ((level - start) / (end - start));
        }

        return double.NaN;
    }

    /// <summary>What is unknown counts against the position, so that a stop sees all of the bar, or for it, so that a target does.</summary>
    private bool Sees(bool isWanted) => isWanted == (Order == PathOrder.Better);

    private double Rank(bool isWanted) => Order == PathOrder.Better && !isWanted ? 1 : 0;
}
