namespace Backtest;

/// <summary>One key of a map with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPosition">The position of the key.</param>
/// <param name="Value">The value.</param>
public sealed record ParameterEntry(string Key, SourcePosition KeyPosition, ParameterNode Value);
