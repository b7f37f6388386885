namespace Backtest;

/// <summary>A value in a run file with its place: a scalar, a list or a map.</summary>
/// <param name="Position">Where it stands.</param>
public abstract record ParameterNode(SourcePosition Position);
