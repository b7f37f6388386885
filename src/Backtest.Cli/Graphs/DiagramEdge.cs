namespace Backtest.Cli.Graphs;

/// <summary>An edge of a diagram.</summary>
/// <param name="From">The id of the source node.</param>
/// <param name="To">The id of the target node.</param>
/// <param name="Label">What it carries; may be empty.</param>
/// <param name="Kind">Its kind, which determines how it is drawn.</param>
internal sealed record DiagramEdge(string From, string To, string Label, EdgeKind Kind);
