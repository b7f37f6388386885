namespace Backtest.Data.Csv.Recognition;

/// <summary>
/// The three-line header that pandas writes for a table with two levels of columns, as yfinance returns it: the content of each column, its symbol,
/// and the name of the index alone. The first field of each of the first two lines names the level, and the two may be swapped.
/// </summary>
internal sealed class LayeredHeader
{
    /// <summary>The number of rows it takes.</summary>
    public const int Rows = 3;

    private const string Fields = "price";
    private const string Symbols = "ticker";

    private readonly StartRow _fields;
    private readonly StartRow _symbols;
    private readonly StartRow _index;

    private LayeredHeader(StartRow fields, StartRow symbols, StartRow index) => (_fields, _symbols, _index) = (fields, symbols, index);

    /// <summary>The line of the column names.</summary>
    public int Line => _fields.Line;

    /// <summary>The line after the header.</summary>
    public int NextLine => _index.NextLine;

    /// <summary>The names of the columns, beginning with that of the index.</summary>
    public string[] Names => [_index[0], .. _fields.Fields.Skip(1)];

    /// <summary>The header of a file, or <see langword="null"/> if it begins with another kind.</summary>
    /// <param name="rows">The first rows of the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">Its columns are of several symbols.</exception>
    public static LayeredHeader? Find(IReadOnlyList<StartRow> rows, string path)
    {
        if (rows.Count < Rows || rows[Rows - 1].Fields.Skip(1).Any(field => field.Length > 0))
            return null;
        LayeredHeader? header = (ColumnNames.Normalize(rows[0][0]), ColumnNames.Normalize(rows[1][0])) switch
        {
            (Fields, Symbols) => new LayeredHeader(rows[0], rows[1], rows[2]),
            (Symbols, Fields) => new LayeredHeader(rows[1], rows[0], rows[2]),
            _ => null,
        };
        string[] symbols = header is null ? [] : [.. header._symbols.Fields.Skip(1).Where(symbol => symbol.Length > 0).Distinct(StringComparer.Ordinal)];
        if (symbols.Length <= 1)
            return header;
        throw new InputException(new InputError("columns_of_several_symbols", $"the file has columns of {symbols.Length} symbols side by side: {Some(symbols)}")
        {
            Position = new SourcePosition(path, header!._symbols.Line),
            Fix = "Write a row for each bar of each symbol, in Python: data.stack(level='Ticker', future_stack=True).reset_index().to_csv(path, index=False).",
        });
    }

    private static string Some(string[] symbols)
    {
        const int Shown = 5;
        return symbols.Length <= Shown ? string.Join(", ", symbols) : $"{string.Join(", ", symbols.Take(Shown))}, …";
    }
}
