using System.Globalization;
using Backtest.Data.Calendars;
using Backtest.Data.Files;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>The bars of one file, grouped by symbol.</summary>
internal sealed class CsvRows
{
    private const int RowsToDrain = 4096;

    private readonly DataPath _file;
    private readonly CsvLayout _layout;
    private readonly BarSourceOptions.Csv _options;
    private readonly BarPlacements _placements;
    private readonly Action<SymbolRows>? _drain;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly bool _isHeld;
    private readonly bool _isChecked;
    private readonly Dictionary<string, SymbolRows?> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SymbolRows?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly SymbolRows? _onlySymbol;
    private string? _likeSymbol;

    /// <summary>Creates an empty collection.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">How it is written.</param>
    /// <param name="options">Which bars to keep.</param>
    /// <param name="placements">Determines the times of each symbol's bars.</param>
    /// <param name="drain">Removes a symbol's bars once there are some, or <see langword="null"/> to keep them.</param>
    public CsvRows(
        DataPath file, CsvLayout layout, BarSourceOptions.Csv options, BarPlacements placements, Action<SymbolRows>? drain = null)
    {
        _file = file;
        _layout = layout;
        _options = options;
        _placements = placements;
        _drain = drain;
        _firstDay = options.Start?.DayNumber ?? int.MinValue;
        _lastDay = options.End?.DayNumber ?? int.MaxValue;
        _isHeld = layout.Order != RowOrder.OldestFirst;
        _isChecked = layout.Columns.LikeSymbol >= 0 || layout.Columns.BlankVolume >= 0;
        _bySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!layout.Columns.HasSymbol)
            _onlySymbol = Add(file.Symbol);
    }

    /// <summary>Every symbol the file names, requested or not.</summary>
    public IReadOnlyCollection<string> Symbols => _symbols.Keys;

    /// <summary>The bars of the requested symbols.</summary>
    public IReadOnlyList<SymbolRows> Wanted => [.. _symbols.Values.OfType<SymbolRows>()];

    /// <summary>Adds the bar of a row, if it is requested.</summary>
    /// <returns>Why the row is not a bar, or <see langword="null"/> if it is one or is not requested.</returns>
    public RowProblem? Take(CsvRow row)
    {
        RowProblem? problem = row.CheckShape() ?? (_isChecked ? CheckUnused(row) : null);
        if (problem is not null)
            return problem;
        SymbolRows? rows = _onlySymbol;
        if (_layout.Columns.HasSymbol)
        {
            ReadOnlySpan<char> symbol = row.Symbol;
            if (symbol.IsEmpty)
                return new RowProblem("missing_symbol", "the symbol is empty", "each row needs a symbol");
            if (!_bySpan.TryGetValue(symbol, out rows))
                rows = Add(symbol.ToString());
        }

        return rows is null ? null : Take(row, rows);
    }

    /// <summary>Puts the held bars in order once the last row was added.</summary>
    /// <returns>Problems of rows found only now, each with its line.</returns>
    public IEnumerable<(RowProblem Problem, int Line)> Finish()
    {
        foreach (SymbolRows rows in Wanted)
        {
            foreach ((RowProblem, int) problem in rows.Finish(_layout.Order))
                yield return problem;
        }
    }

    /// <summary>Warnings about the bars.</summary>
    public IEnumerable<DataWarning> Warnings()
    {
        bool isNewestFirst = _layout.Order == RowOrder.NewestFirst;
        if (isNewestFirst && _options.Order is null)
            yield return new DataWarning(
                "newest_first",
                $"{_file.Path} is newest first: it was read into memory and reversed",
                "Set data.order: newest_first to suppress this warning.");
        else if (_isHeld && Wanted.Sum(rows => rows.Count) is > CsvLoader.MostHeld and var bars)
            yield return new DataWarning(
                "held_in_memory",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_file.Path} is {(isNewestFirst ? "newest first" : "unsorted")}: all {bars:N0} bars were read into memory to sort them"),
                "If memory is short, write the file with its oldest bar first.");
        foreach (DataWarning warning in Wanted.SelectMany(rows => rows.Warnings()))
            yield return warning;
    }

    private RowProblem? Take(CsvRow row, SymbolRows rows)
    {
        RowProblem? problem = row.ReadTime(rows.Placement, out BarTime time);
        if (problem is not null)
            return problem;
        if (!_isHeld)
            time = rows.Resolve(time);
        rows.Observe(time.Day);
        if (time.Day < _firstDay || time.Day > _lastDay)
            return null;
        problem = rows.Placement.Check(time);
        if (problem is not null || !rows.Placement.IsWanted(time))
            return problem;
        BarQuotes quotes = default;
        problem = row.ReadPrices(out BarPrices prices) ?? (_layout.Columns.HasQuotes ? row.ReadQuotes(out quotes) : null);
        if (problem is not null)
            return problem;
        if (_isHeld)
        {
            rows.Hold(time, prices, quotes, row.Line);
            return null;
        }

        problem = rows.Take(time, prices, quotes, row.Time, row.Line);
        if (problem is null && _drain is not null && rows.Bars.Count >= RowsToDrain)
            _drain(rows);
        return problem;
    }

    /// <summary>Checks columns that are ignored because of the start of the file, but would have to be used if later rows had other values.</summary>
    private RowProblem? CheckUnused(CsvRow row)
    {
        if (row.HasUnusedVolume)
            return OfWholeFile(
                "late_volume",
                $"the first rows have no value in '{_layout.Headers[_layout.Columns.BlankVolume]}', but this one has",
                $"Set data.columns: {{volume: {_layout.Headers[_layout.Columns.BlankVolume]}}}; rows without a value then have a volume of zero");
        if (_layout.Columns.LikeSymbol < 0)
            return null;
        ReadOnlySpan<char> found = row.LikeSymbol;
        if (found.IsEmpty)
            return null;
        _likeSymbol ??= found.ToString();
        string header = _layout.Headers[_layout.Columns.LikeSymbol];
        return found.SequenceEqual(_likeSymbol)
            ? null
            : OfWholeFile(
                "several_symbols",
                $"'{header}' is '{RowText.Clip(found)}' here and '{_likeSymbol}' above, but no column is the symbol",
                $"Set data.columns: {{symbol: {header}}}, so that each has its own bars");
    }

    private static RowProblem OfWholeFile(string code, string message, string expected) => new(code, message, expected) { IsOfWholeFile = true };

    private SymbolRows? Add(string symbol)
    {
        bool isWanted = _options.Symbols.Count == 0 || _options.Symbols.Contains(symbol);
        SymbolRows? rows = isWanted
            ? new SymbolRows(symbol, _file.Path, _options.Timeframe!.Value, _layout.Columns, _placements.Of(symbol))
            : null;
        _symbols.Add(symbol, rows);
        return rows;
    }
}
