namespace Backtest.Results;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in snake case.</param>
/// <param name="Type">The type of its cells.</param>
/// <param name="IsNullable">Whether a cell may be empty.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, bool IsNullable);
