namespace Backtest;

/// <summary>
/// A searched parameter, as a method sees it: a number between two bounds, a number on a grid, or a choice among values that have no order.
/// </summary>
public sealed class SearchDimension
{
    private SearchDimension(string name, double from, double to, double step, bool isLog, int levels, bool isChoice)
    {
        Name = name;
        From = from;
        To = to;
        Step = step;
        IsLog = isLog;
        Levels = levels;
        IsChoice = isChoice;
    }

    /// <summary>The name it has in the search.</summary>
    public string Name { get; }

    /// <summary>The least coordinate.</summary>
    public double From { get; }

    /// <summary>The greatest coordinate.</summary>
    public double To { get; }

    /// <summary>The distance between the levels of a grid; 0 if it is not a grid.</summary>
    public double Step { get; }

    /// <summary>Whether ratios count rather than differences.</summary>
    public bool IsLog { get; }

    /// <summary>How many coordinates there are; 0 if any number between the bounds is one.</summary>
    public int Levels { get; }

    /// <summary>Whether the values have no order: a coordinate is then the index of a value.</summary>
    public bool IsChoice { get; }

    /// <summary>A choice among values without an order.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="count">How many values there are; at least 1.</param>
    public static SearchDimension Choice(string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new SearchDimension(name, 0, count - 1, 1, isLog: false, count, isChoice: true);
    }

    /// <summary>Numbers from one bound to the other at even distances; the upper bound is included where a step ends on it.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="from">The lower bound.</param>
    /// <param name="to">The upper bound, not below the lower one.</param>
    /// <param name="step">The distance; above zero.</param>
    /// <param name="isLog">Whether ratios count; the bounds must then be above zero.</param>
    public static SearchDimension Grid(string name, double from, double to, double step, bool isLog = false)
    {
        RequireBounds(from, to, isLog);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        // A step such as 0.1 ends on the bound within rounding.
        int levels = (int)Math.Floor(((to - from) / step) + 1e-9) + 1;
        return new SearchDimension(name, from, to, step, isLog, levels, isChoice: false);
    }

    /// <summary>Any number between two bounds.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="from">The lower bound.</param>
    /// <param name="to">The upper bound, above the lower one.</param>
    /// <param name="isLog">Whether ratios count; the bounds must then be above zero.</param>
    public static SearchDimension Range(string name, double from, double to, bool isLog = false)
    {
        RequireBounds(from, to, isLog);
        return new SearchDimension(name, from, to, step: 0, isLog, levels: 0, isChoice: false);
    }

    /// <summary>The coordinate of a level, from 0, of a dimension that has levels.</summary>
    public double At(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, Levels);
        return From + (level * Step);
    }

    /// <summary>The level whose coordinate is nearest, of a dimension that has levels.</summary>
    public int LevelOf(double coordinate) => (int)Math.Clamp(Math.Round((coordinate - From) / Step, MidpointRounding.AwayFromZero), 0, Levels - 1);

    /// <summary>The nearest possible coordinate.</summary>
    public double Nearest(double value) => Levels > 0 ? At(LevelOf(value)) : Math.Clamp(value, From, To);

    private static void RequireBounds(double from, double to, bool isLog)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        if (isLog)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
    }
}
