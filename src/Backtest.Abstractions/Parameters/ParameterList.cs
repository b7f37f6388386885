namespace Backtest;

/// <summary>A list of values.</summary>
/// <param name="Items">The values in order.</param>
/// <param name="Position">Where it starts.</param>
public sealed record ParameterList(IReadOnlyList<ParameterNode> Items, SourcePosition Position) : ParameterNode(Position);
