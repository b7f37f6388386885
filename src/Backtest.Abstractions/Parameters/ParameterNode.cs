namespace Backtest;

/// <summary>A value in a run file with its position: a scalar, a list or a map.</summary>
/// <param name="Position">Its position.</param>
public abstract record ParameterNode(SourcePosition Position);
