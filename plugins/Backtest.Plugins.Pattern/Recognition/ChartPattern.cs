namespace Backtest.Plugins.Pattern;

/// <summary>A pattern of a chart, in the order of the classifier's states.</summary>
public enum ChartPattern
{
    /// <summary>Prices rise along a line.</summary>
    TrendUp,

    /// <summary>Prices fall along a line.</summary>
    TrendDown,

    /// <summary>Prices move, but not along a line.</summary>
    Range,

    /// <summary>Prices move much less than before.</summary>
    Consolidation,

    /// <summary>A close rose above a level that had held for some time.</summary>
    BreakoutUp,

    /// <summary>A close fell below a level that had held for some time.</summary>
    BreakoutDown,
}
