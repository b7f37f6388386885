namespace Backtest.Plugins.Pattern;

/// <summary>What makes a pattern.</summary>
public sealed record PatternOptions
{
    /// <summary>The least slope of a trend, in average true ranges per bar.</summary>
    public double MinimumSlope { get; init; } = 0.08;

    /// <summary>The least share of the closes' variance the line of a trend explains.</summary>
    public double MinimumRSquared { get; init; } = 0.5;

    /// <summary>The greatest ratio of short to long average true range in a consolidation.</summary>
    public double Contraction { get; init; } = 0.75;

    /// <summary>The bars on each side of a swing.</summary>
    public int Swing { get; init; } = 5;

    /// <summary>The greatest distance of a swing from its level, in average true ranges.</summary>
    public double Tolerance { get; init; } = 0.5;

    /// <summary>The swings that make a level.</summary>
    public int Touches { get; init; } = 2;

    /// <summary>The bars after which a level that was not touched is forgotten.</summary>
    public int Memory { get; init; } = 250;

    /// <summary>The bars in which no close may have been beyond a level for its break to count.</summary>
    public int Fresh { get; init; } = 20;

    /// <summary>The bars a breakout lasts.</summary>
    public int Hold { get; init; } = 5;
}
