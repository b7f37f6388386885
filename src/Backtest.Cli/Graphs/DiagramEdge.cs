namespace Backtest.Cli.Graphs;

/// <summary>An edge of a diagram.</summary>
/// <param name="From">The id of the node it leaves.</param>
/// <param name="To">The id of the node it reaches.</param>
/// <param name="Label">What goes along it; may be empty.</param>
/// <param name="Kind">How it is drawn.</param>
internal sealed record DiagramEdge(string From, string To, string Label, EdgeKind Kind);
