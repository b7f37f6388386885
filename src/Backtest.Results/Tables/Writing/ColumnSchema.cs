namespace Backtest.Results;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="IsNullable">Whether a cell may hold nothing.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, bool IsNullable);
