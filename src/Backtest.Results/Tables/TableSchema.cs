using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The columns of a table, as declared by its rows.</summary>
internal static class TableSchema
{
    /// <summary>The columns of a row type's table, in order.</summary>
    public static IReadOnlyList<ColumnSchema> Of<TRow>()
        where TRow : struct, IRow => Of(default(TRow));

    /// <summary>The columns of a table whose rows all have the columns of this one.</summary>
    public static IReadOnlyList<ColumnSchema> Of<TRow>(TRow row)
        where TRow : struct, IRow
    {
        var columns = new List<ColumnSchema>();
        row.Describe(new SchemaFields(columns));
        return columns;
    }

    private readonly struct SchemaFields(List<ColumnSchema> columns) : IRowFields
    {
        public void Container(string name) => Add(name, ColumnType.Text);

        public void Strategy(string name, int strategyIndex) => Add(name, ColumnType.Text);

        public void Symbol(string name, Instrument instrument) => Add(name, ColumnType.Text);

        public void State(string name, int stateIndex) => Add(name, ColumnType.Text);

        public void Integer(string name, long value) => Add(name, ColumnType.Integer);

        public void Reference(string name, int id) => Add(name, ColumnType.Integer, isNullable: true);

        public void Time(string name, long ticks) => Add(name, ColumnType.Time);

        public void Number(string name, double value) => Add(name, ColumnType.Real, isNullable: true);

        public void Money(string name, decimal value) => Add(name, ColumnType.Money);

        public void Text(string name, string? value) => Add(name, ColumnType.Text, isNullable: true);

        public void Word<TEnum>(string name, TEnum value)
            where TEnum : struct, Enum => Add(name, ColumnType.Text);

        public void Indicators(string name, int strategyIndex, int first, int count) => Add(name, ColumnType.Text);

        private void Add(string name, ColumnType type, bool isNullable = false) => columns.Add(new ColumnSchema(name, type, isNullable));
    }
}
