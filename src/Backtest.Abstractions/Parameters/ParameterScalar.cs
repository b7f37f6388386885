namespace Backtest;

/// <summary>One value, as text.</summary>
/// <param name="Text">The text, quotes removed.</param>
/// <param name="IsQuoted">Whether it was quoted, and so is text whatever it looks like.</param>
/// <param name="Position">Its position.</param>
public sealed record ParameterScalar(string Text, bool IsQuoted, SourcePosition Position) : ParameterNode(Position);
