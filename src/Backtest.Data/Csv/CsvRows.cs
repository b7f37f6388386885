using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>The bars of one file, sorted out by symbol.</summary>
internal sealed class CsvRows
{
    private const int RowsToDrain = 4096;

    private readonly DataPath _file;
    private readonly CsvColumns _columns;
    private readonly BarSourceOptions.Csv _options;
    private readonly BarPlacements _placements;
    private readonly Action<SymbolRows>? _drain;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly Dictionary<string, SymbolRows?> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SymbolRows?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly SymbolRows? _onlySymbol;

    /// <summary>No bars yet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="options">Which bars are wanted.</param>
    /// <param name="placements">Places the bars of each symbol.</param>
    /// <param name="drain">Takes a symbol's bars away when there are some; <see langword="null"/>: they stay.</param>
    public CsvRows(
        DataPath file, CsvColumns columns, BarSourceOptions.Csv options, BarPlacements placements, Action<SymbolRows>? drain = null)
    {
        _file = file;
        _columns = columns;
        _options = options;
        _placements = placements;
        _drain = drain;
        _firstDay = options.Start?.DayNumber ?? int.MinValue;
        _lastDay = options.End?.DayNumber ?? int.MaxValue;
        _bySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!columns.HasSymbol)
            _onlySymbol = Add(file.Symbol);
    }

    /// <summary>Every symbol the file names, wanted or not.</summary>
    public IReadOnlyCollection<string> Symbols => _symbols.Keys;

    /// <summary>The bars of the symbols wanted.</summary>
    public IReadOnlyList<SymbolRows> Wanted => [.. _symbols.Values.OfType<SymbolRows>()];

    /// <summary>Takes the bar of a row, if it is wanted.</summary>
    /// <returns>Why the row is no bar; <see langword="null"/>: it is one, or nobody wants it.</returns>
    public RowProblem? Take(CsvRow row)
    {
        RowProblem? problem = row.CheckShape();
        if (problem is not null)
            return problem;
        SymbolRows? rows = _onlySymbol;
        if (_columns.HasSymbol)
        {
            ReadOnlySpan<char> symbol = row.Symbol;
            if (symbol.IsEmpty)
                return new RowProblem("missing_symbol", "the symbol is empty", "each row needs its symbol");
            if (!_bySpan.TryGetValue(symbol, out rows))
                rows = Add(symbol.ToString());
        }

        return rows is null ? null : Take(row, rows);
    }

    private RowProblem? Take(CsvRow row, SymbolRows rows)
    {
        RowProblem? problem = row.ReadTime(rows.Placement, out BarTime time);
        if (problem is not null)
            return problem;
        time = rows.Resolve(time);
        rows.Observe(time.Day);
        if (time.Day < _firstDay || time.Day > _lastDay)
            return null;
        problem = rows.Placement.Check(time);
        if (problem is not null || !rows.Placement.IsWanted(time))
            return problem;
        problem = row.ReadPrices(out BarPrices prices) ?? rows.CheckOrder(time, row);
        if (problem is not null)
            return problem;
        rows.Add(time, prices);
        if (_drain is not null && rows.Bars.Count >= RowsToDrain)
            _drain(rows);
        return null;
    }

    private SymbolRows? Add(string symbol)
    {
        bool isWanted = _options.Symbols.Count == 0 || _options.Symbols.Contains(symbol);
        SymbolRows? rows = isWanted ? new SymbolRows(symbol, _file.Path, _options.Timeframe, _columns.HasVolume, _placements.Of(symbol)) : null;
        _symbols.Add(symbol, rows);
        return rows;
    }
}
