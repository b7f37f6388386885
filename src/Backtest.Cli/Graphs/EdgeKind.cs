namespace Backtest.Cli.Graphs;

/// <summary>How an edge of a diagram connects two nodes.</summary>
internal enum EdgeKind
{
    /// <summary>In the same step.</summary>
    AtOnce,

    /// <summary>In a later step; drawn dashed.</summary>
    Delayed,

    /// <summary>One node reads what the other holds; drawn dotted.</summary>
    Read,
}
