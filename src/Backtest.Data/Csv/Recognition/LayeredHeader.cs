namespace Backtest.Data.Csv.Recognition;

/// <summary>
/// The header of three lines that pandas writes of a table with two levels of columns, as yfinance gives it: what a column holds, the symbol it
/// is of, each line named in its first field, and the name of the index alone. The first two may be the other way round.
/// </summary>
internal sealed class LayeredHeader
{
    /// <summary>How many rows it takes.</summary>
    public const int Rows = 3;

    private const string Fields = "price";
    private const string Symbols = "ticker";

    private readonly StartRow _fields;
    private readonly StartRow _symbols;
    private readonly StartRow _index;

    private LayeredHeader(StartRow fields, StartRow symbols, StartRow index) => (_fields, _symbols, _index) = (fields, symbols, index);

    /// <summary>The line the names of columns are on.</summary>
    public int Line => _fields.Line;

    /// <summary>The line after it.</summary>
    public int NextLine => _index.NextLine;

    /// <summary>The names of the columns, that of the index first.</summary>
    public string[] Names => [_index[0], .. _fields.Fields.Skip(1)];

    /// <summary>The header a file begins with; <see langword="null"/>: it begins with another.</summary>
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
        throw new InputException(new InputError("columns_of_several_symbols", $"the file has columns of {symbols.Length} symbols beside each other: {Some(symbols)}")
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
