namespace Backtest.Engine;

/// <summary>A container of the tree and its children, for display.</summary>
/// <param name="Kind">The kind of container, such as <c>RiskPortfolioContainer</c>.</param>
/// <param name="Name">The container's name; empty if there is only one.</param>
/// <param name="Detail">A distinguishing detail, such as the capital; may be empty.</param>
/// <param name="Children">The children, in declaration order.</param>
public sealed record ContainerTree(string Kind, string Name, string Detail, IReadOnlyList<ContainerTree> Children);
