namespace Backtest.Reporting;

/// <summary>A directed graph.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Links">The links.</param>
internal sealed record GraphBlock(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphLink> Links) : Block;

/// <summary>A node of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Depth">The length of the longest path to it.</param>
/// <param name="IsDone">Whether it is done.</param>
internal sealed record GraphNode(string Name, string Kind, int Depth, bool IsDone);

/// <summary>A link of a graph.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
internal sealed record GraphLink(string From, string To);
