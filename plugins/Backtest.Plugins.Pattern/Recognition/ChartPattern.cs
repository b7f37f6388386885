namespace Backtest.Plugins.Pattern;

/// <summary>What a chart does, in the order of the classifier's states.</summary>
public enum ChartPattern
{
    /// <summary>Prices rise along a line.</summary>
    TrendUp,

    /// <summary>Prices fall along a line.</summary>
    TrendDown,

    /// <summary>Prices move, yet not along a line.</summary>
    Range,

    /// <summary>Prices move much less than they used to.</summary>
    Consolidation,

    /// <summary>A close went above a level that had long held.</summary>
    BreakoutUp,

    /// <summary>A close went below a level that had long held.</summary>
    BreakoutDown,
}
