using Backtest;

namespace ExampleNamespace;

/// <summary>
/// Trusts a bar whose body takes up most of its range: one that rose met its low first, one that fell its high. Of any other bar nobody
/// knows, and what it leaves open counts against the position.
/// </summary>
[PricePath("example-id", Description = "Bars with a long body met the extreme behind them first; others count against the position.")]
public sealed class ExamplePricePath : IPricePath
{
    /// <summary>The share of the range that the body has to take up.</summary>
    [Parameter(Min = 0, Max = 1, Description = "The share of the range that the body has to take up.")]
    public double Body { get; init; } = 0.5;

    /// <summary>Looks at the four prices of the bar, and at nothing else.</summary>
    public PathOrder Order(in MatchedBar bar, Direction position)
    {
        double rise = bar.Close - bar.Open;
        if (rise == 0 || Math.Abs(rise) < Body * (bar.High - bar.Low))
            return PathOrder.Worse;
        return rise > 0 ? PathOrder.LowFirst : PathOrder.HighFirst;
    }
}
