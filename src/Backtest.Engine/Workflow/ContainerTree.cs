namespace Backtest.Engine;

/// <summary>A container of the tree and what it holds, for display.</summary>
/// <param name="Kind">What it is, such as <c>RiskPortfolioContainer</c>.</param>
/// <param name="Name">Its name; empty if there is only one.</param>
/// <param name="Detail">Its distinguishing detail, such as its capital; may be empty.</param>
/// <param name="Children">What it holds, in the order of declaration.</param>
public sealed record ContainerTree(string Kind, string Name, string Detail, IReadOnlyList<ContainerTree> Children);
