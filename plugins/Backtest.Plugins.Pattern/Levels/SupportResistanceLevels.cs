namespace Backtest.Plugins.Pattern;

/// <summary>
/// Clusters swings into levels, and removes levels that no swing has touched for a number of bars. Swings of the same kind are a minimum number of
/// bars apart, so the maximum number of levels, and with it the capacity needed, is known from the start.
/// </summary>
public sealed class SupportResistanceLevels
{
    private readonly int _minimumTouches;
    private readonly int _memory;
    private readonly SupportResistanceLevel[] _levels;
    private int _count;

    /// <summary>Creates an empty set of levels.</summary>
    /// <param name="minimumTouches">The number of swings that make a level; at least 1.</param>
    /// <param name="memory">The number of bars after which a level that was not touched is removed.</param>
    /// <param name="side">The number of bars on each side of a swing.</param>
    public SupportResistanceLevels(int minimumTouches, int memory, int side)
    {
        _minimumTouches = minimumTouches;
        _memory = memory;
        _levels = new SupportResistanceLevel[2 * (memory / (side + 1) + 2)];
    }

    /// <summary>The levels, including those that do not have enough touches yet, in the order of their first swing.</summary>
    public ReadOnlySpan<SupportResistanceLevel> All => _levels.AsSpan(0, _count);

    /// <summary>Adds a swing to the nearest level, or starts a new level with it.</summary>
    /// <param name="price">The swing's price.</param>
    /// <param name="tolerance">The maximum distance from the mean of a level's swings.</param>
    /// <param name="bar">The index of the bar that confirmed the swing.</param>
    public void Add(double price, double tolerance, long bar)
    {
        Forget(bar);
        int nearest = -1;
        double least = tolerance;
        for (int i = 0; i < _count; i++)
        {
            double distance = Math.Abs(price - _levels[i].Mean);
            if (distance <= least)
                (nearest, least) = (i, distance);
        }

        if (nearest >= 0)
            _levels[nearest] = _levels[nearest].Touched(price, bar);
        else
            _levels[_count++] = new SupportResistanceLevel(price, price, price, 1, bar);
    }

    /// <summary>The upper edge of the highest level that a rise from one price to another passes.</summary>
    /// <param name="from">The price before the rise; the edge is at or above it.</param>
    /// <param name="to">The price after the rise; the edge is below it.</param>
    /// <param name="bar">The index of the current bar.</param>
    /// <returns>The edge; <see langword="null"/> if no level is passed.</returns>
    public double? ResistancePassed(double from, double to, long bar)
    {
        double? passed = null;
        foreach (SupportResistanceLevel level in All)
        {
            if (IsLevel(level, bar) && level.Highest >= from && level.Highest < to && !(level.Highest <= passed))
                passed = level.Highest;
        }

        return passed;
    }

    /// <summary>The lower edge of the lowest level that a fall from one price to another passes.</summary>
    /// <param name="from">The price before the fall; the edge is at or below it.</param>
    /// <param name="to">The price after the fall; the edge is above it.</param>
    /// <param name="bar">The index of the current bar.</param>
    /// <returns>The edge; <see langword="null"/> if no level is passed.</returns>
    public double? SupportPassed(double from, double to, long bar)
    {
        double? passed = null;
        foreach (SupportResistanceLevel level in All)
        {
            if (IsLevel(level, bar) && level.Lowest <= from && level.Lowest > to && !(level.Lowest >= passed))
                passed = level.Lowest;
        }

        return passed;
    }

    private bool IsLevel(in SupportResistanceLevel level, long bar) =>
        level.Touches >= _minimumTouches && bar - level.LastTouch <= _memory;

    private void Forget(long bar)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (bar - _levels[i].LastTouch <= _memory)
                _levels[kept++] = _levels[i];
        }

        _count = kept;
    }
}
