namespace Backtest.Results;

/// <summary>
/// Columns that tables of earlier releases do not have. If one is missing, its cells get the value that applied then.
/// </summary>
internal static class LaterColumns
{
    private static readonly Dictionary<string, string?> Cells = new(StringComparer.Ordinal)
    {
        ["order_type"] = "market",
        ["trail"] = null,
        ["good_until"] = null,
        ["one_cancels_other"] = null,
        ["after"] = null,
        ["touch_price"] = null,
        ["trail_fraction"] = null,
        ["trailing_stop_fraction"] = null,
        ["exit_plan"] = null,
        ["refers_to"] = null,
        ["size_unit"] = "none",
        ["size"] = null,
        ["band"] = null,
    };

    /// <summary>Whether a column may be missing.</summary>
    public static bool Has(string column) => Cells.ContainsKey(column);

    /// <summary>Fills a missing column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="count">The number of rows.</param>
    public static void Fill(ReadColumn column, int count)
    {
        switch (column.Schema.Type)
        {
            case ColumnType.Text:
                column.Texts.AddRange(Enumerable.Repeat(Cells[column.Schema.Name], count));
                break;
            case ColumnType.Integer or ColumnType.Time:
                column.Integers.AddRange(Enumerable.Repeat<long?>(null, count));
                break;
            default:
                column.Reals.AddRange(Enumerable.Repeat(double.NaN, count));
                break;
        }
    }
}
