namespace Backtest.Reporting;

/// <summary>What goes on from what.</summary>
/// <param name="Nodes">What there is.</param>
/// <param name="Links">What leads where.</param>
internal sealed record GraphBlock(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphLink> Links) : Block;

/// <summary>One of what there is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Depth">How many lead to it, by the longest way.</param>
/// <param name="IsDone">Whether it is done.</param>
internal sealed record GraphNode(string Name, string Kind, int Depth, bool IsDone);

/// <summary>What leads where.</summary>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
internal sealed record GraphLink(string From, string To);
