namespace Backtest.Results;

/// <summary>A table of the run folder: its columns, in order, each with the value a row has in it.</summary>
/// <typeparam name="TScope">What a row belongs to: a portfolio or a classifier.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="name">The name of the table, snake_case.</param>
/// <param name="columns">The columns, in order.</param>
internal abstract class Table<TScope, TRow>(string name, params Column<TScope, TRow>[] columns)
{
    /// <summary>The name of the table.</summary>
    public string Name => name;

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ColumnSchema> Schema { get; } = [.. columns.Select(column => column.Schema)];

    /// <summary>Writes a row.</summary>
    public void Write(TScope scope, in TRow row, TableWriter writer)
    {
        foreach (Column<TScope, TRow> column in columns)
            column.Write(scope, row, writer);
        writer.EndRow();
    }

    protected static Column<TScope, TRow> Text(string name, CellGetter<TScope, TRow, string> get) =>
        new(new ColumnSchema(name, ColumnType.Text, IsNullable: false), (scope, in row, writer) => writer.Text(get(scope, row)));

    protected static Column<TScope, TRow> TextOrNull(string name, CellGetter<TScope, TRow, string?> get) =>
        new(new ColumnSchema(name, ColumnType.Text, IsNullable: true), (scope, in row, writer) => writer.Text(get(scope, row)));

    protected static Column<TScope, TRow> Time(string name, CellGetter<TScope, TRow, long> get) =>
        new(new ColumnSchema(name, ColumnType.Time, IsNullable: false), (scope, in row, writer) => writer.Time(get(scope, row)));

    protected static Column<TScope, TRow> Integer(string name, CellGetter<TScope, TRow, long> get) =>
        new(new ColumnSchema(name, ColumnType.Integer, IsNullable: false), (scope, in row, writer) => writer.Integer(get(scope, row)));

    protected static Column<TScope, TRow> IntegerOrNull(string name, CellGetter<TScope, TRow, long?> get) =>
        new(new ColumnSchema(name, ColumnType.Integer, IsNullable: true), (scope, in row, writer) => writer.Integer(get(scope, row)));

    protected static Column<TScope, TRow> Real(string name, CellGetter<TScope, TRow, double> get) =>
        new(new ColumnSchema(name, ColumnType.Real, IsNullable: true), (scope, in row, writer) => writer.Real(get(scope, row)));

    protected static Column<TScope, TRow> Money(string name, CellGetter<TScope, TRow, decimal> get) =>
        new(new ColumnSchema(name, ColumnType.Money, IsNullable: false), (scope, in row, writer) => writer.Money(get(scope, row)));
}
