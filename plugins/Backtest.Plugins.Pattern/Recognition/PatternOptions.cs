namespace Backtest.Plugins.Pattern;

/// <summary>The rules by which patterns are recognized.</summary>
public sealed record PatternOptions
{
    /// <summary>The minimum slope of a trend, in average true ranges per bar.</summary>
    public double MinimumSlope { get; init; } = 0.08;

    /// <summary>The minimum share of the closes' variance that the line of a trend explains.</summary>
    public double MinimumRSquared { get; init; } = 0.5;

    /// <summary>The maximum ratio of short to long average true range in a consolidation.</summary>
    public double Contraction { get; init; } = 0.75;

    /// <summary>The number of bars on each side of a swing.</summary>
    public int Swing { get; init; } = 5;

    /// <summary>The maximum distance of a swing from its level, in average true ranges.</summary>
    public double Tolerance { get; init; } = 0.5;

    /// <summary>The number of swings that make a level.</summary>
    public int Touches { get; init; } = 2;

    /// <summary>The number of bars after which a level that was not touched is removed.</summary>
    public int Memory { get; init; } = 250;

    /// <summary>The number of bars in which no close may have been beyond a level for a close beyond it to be a breakout.</summary>
    public int Fresh { get; init; } = 20;

    /// <summary>The number of bars a breakout lasts.</summary>
    public int Hold { get; init; } = 5;
}
