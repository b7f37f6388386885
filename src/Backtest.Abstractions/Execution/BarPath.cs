namespace Backtest;

/// <summary>One bar as one order meets it: the way its price takes, from where on it counts, and when a level is reached.</summary>
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
    /// <param name="order">In which order its extremes are met.</param>
    /// <param name="since">From where on it counts, from 0 at the open to 3 at the close.</param>
    /// <param name="from">The price there.</param>
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

    /// <summary>In which order its extremes are met.</summary>
    public PathOrder Order { get; }

    /// <summary>From where on the bar counts for the order: 0 at the open, later for what protects an entry inside the bar.</summary>
    public double Since { get; }

    /// <summary>The first price that counts: the open, or that of the entry.</summary>
    public double From { get; }

    /// <summary>The last price of the side the order takes; the close where it meets that side, or nothing was quoted.</summary>
    public double TakenClose { get; init; }

    /// <summary>Whether the order of prices is known. Otherwise progress does no more than rank orders.</summary>
    public bool IsKnown => Order is PathOrder.HighFirst or PathOrder.LowFirst;

    /// <summary>The price at a corner of the path: 0 the open, 1 and 2 the extremes, 3 the close.</summary>
    public double Corner(int corner) => corner switch { 0 => Bar.Open, 1 => _first, 2 => _second, _ => Bar.Close };

    /// <summary>When the price first is at a level or above it; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isWanted">Whether that serves the position, as the touch of a target does, or hurts it, as that of a stop does.</param>
    public double Rises(double level, bool isWanted) => IsKnown
        ? Reaches(level, isAbove: true, Since, From)
        : (Sees(isWanted) ? Bar.High : _provenHigh) >= level ? Rank(isWanted) : double.NaN;

    /// <summary>When the price first is at a level or below it; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isWanted">Whether that serves the position, as the touch of a target does, or hurts it, as that of a stop does.</param>
    public double Falls(double level, bool isWanted) => IsKnown
        ? Reaches(level, isAbove: false, Since, From)
        : (Sees(isWanted) ? Bar.Low : _provenLow) <= level ? Rank(isWanted) : double.NaN;

    /// <summary>When a known path is at a level or beyond it again, from a point on; not a number if it never is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isAbove">Whether at it or above; otherwise at it or below.</param>
    /// <param name="progress">The point.</param>
    /// <param name="price">The price there.</param>
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

    /// <summary>What is not known counts for the worse, or for the better: so a stop, or a target, sees all of the bar.</summary>
    private bool Sees(bool isWanted) => isWanted == (Order == PathOrder.Better);

    private double Rank(bool isWanted) => Order == PathOrder.Better && !isWanted ? 1 : 0;
}
