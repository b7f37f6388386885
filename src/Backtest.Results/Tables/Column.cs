namespace Backtest.Results;

/// <summary>A column of a table: its schema, and how a row's cell is written.</summary>
/// <typeparam name="TScope">What a row belongs to.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Schema">Its name and type.</param>
/// <param name="Write">Writes the cell.</param>
internal sealed record Column<TScope, TRow>(ColumnSchema Schema, CellWriter<TScope, TRow> Write);
