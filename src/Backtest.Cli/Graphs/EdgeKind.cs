namespace Backtest.Cli.Graphs;

/// <summary>How one node of a diagram comes to another.</summary>
internal enum EdgeKind
{
    /// <summary>At once.</summary>
    AtOnce,

    /// <summary>In a later step; drawn dashed.</summary>
    Delayed,

    /// <summary>It reads what the other holds; drawn dotted.</summary>
    Read,
}
