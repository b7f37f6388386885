using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Memory;
using Backtest.Data.Options;

namespace Backtest.Data.Csv;

/// <summary>Puts a symbol's bars from several files in order, and checks that each requested symbol has some.</summary>
internal sealed class SymbolMerge(BarSourceOptions options)
{
    private readonly List<InputError> _errors = [];

    /// <summary>The bars of each symbol.</summary>
    /// <exception cref="InputException">A requested symbol is missing or has no bars left, or files overlap.</exception>
    public IReadOnlyList<SymbolBars> Merge(IReadOnlyList<CsvFile> files)
    {
        SymbolBars[] bars = [.. BySymbol(files).Select(rows => new SymbolBars(rows.Key, InOrder(rows)))];
        Check(files);
        return [.. bars.Where(symbol => symbol.Count > 0)];
    }

    /// <summary>Checks that each requested symbol has bars.</summary>
    /// <exception cref="InputException">A symbol has none.</exception>
    public void Check(IReadOnlyList<CsvFile> files) => Check([.. files.SelectMany(file => file.Symbols)], files.SelectMany(file => file.Rows));

    /// <summary>Checks that each requested symbol has bars.</summary>
    /// <param name="there">The symbols in the files.</param>
    /// <param name="rows">The bars of the requested symbols.</param>
    /// <exception cref="InputException">A symbol has none.</exception>
    public void Check(IReadOnlyCollection<string> there, IEnumerable<SymbolRows> rows)
    {
        ILookup<string, SymbolRows> symbols = rows.ToLookup(part => part.Symbol, StringComparer.Ordinal);
        foreach (string symbol in options.Symbols.Distinct(StringComparer.Ordinal).Where(symbol => !symbols.Contains(symbol)))
            AddMissing(symbol, there);
        bool isEmpty = symbols.All(parts => parts.All(part => part.Count == 0));
        foreach (IGrouping<string, SymbolRows> empty in symbols.Where(parts => parts.All(part => part.Count == 0)))
        {
            if (isEmpty || options.Symbols.Contains(empty.Key))
                AddEmpty(empty.Key, empty);
        }

        if (_errors.Count > 0)
            throw new InputException(_errors);
    }

    /// <summary>A file's bars of a symbol begin before those of another file end.</summary>
    /// <param name="later">The bars that begin too early.</param>
    /// <param name="earlier">The other file.</param>
    /// <param name="lastDay">The last day of the other file.</param>
    public static InputError Overlap(SymbolRows later, string earlier, int lastDay) => new(
        "overlapping_files",
        $"the bars of {later.Symbol} begin on {Date(later.Parts[0].Day[0])}, before those of {earlier} end ({Date(lastDay)})")
    {
        Position = new SourcePosition(later.Path),
        Fix = "Files of one symbol must not overlap: shorten one of them, or name the right files in data.path.",
    };

    private static ILookup<string, SymbolRows> BySymbol(IReadOnlyList<CsvFile> files) =>
        files.SelectMany(file => file.Rows).ToLookup(rows => rows.Symbol, StringComparer.Ordinal);

    private IReadOnlyList<BarSeries> InOrder(IEnumerable<SymbolRows> rows)
    {
        SymbolRows[] files = [.. rows.Where(file => file.Parts.Count > 0).OrderBy(file => file.Parts[0].Start[0])];
        foreach ((SymbolRows earlier, SymbolRows later) in files.Zip(files.Skip(1)))
        {
            BarSeries last = earlier.Parts[^1];
            if (later.Parts[0].Start[0] <= last.Start[last.Count - 1])
                _errors.Add(Overlap(later, earlier.Path, earlier.LastDay));
        }

        return [.. files.SelectMany(file => file.Parts)];
    }

    private void AddMissing(string symbol, IEnumerable<string> symbols)
    {
        string[] there = [.. symbols.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string found = there.Length == 0 ? "it has no symbols" : $"it has {Some(there)}";
        _errors.Add(options.Error(
            "missing_symbol",
            "symbols",
            $"the data does not have {symbol}; {found}.",
            "Symbols are case-sensitive. Remove those that the data does not have."));
    }

    private void AddEmpty(string symbol, IEnumerable<SymbolRows> rows)
    {
        int first = rows.Min(part => part.FirstDay);
        int last = rows.Max(part => part.LastDay);
        bool isCut = options.Start is not null || options.End is not null;
        _errors.Add(first > last || !isCut
            ? options.Error("no_bars", "path", $"no row of {symbol} is a valid bar.", "To see why, set data.bad_rows: fail.")
            : options.NoBars(
                $"there is no bar of {symbol} {Range()}; the data has it from {Date(first)} to {Date(last)}.",
                "Set data.start and data.end to days in the data."));
    }

    private string Range() => (options.Start, options.End) switch
    {
        (null, { } end) => $"up to {Date(end.DayNumber)}",
        ({ } start, null) => $"from {Date(start.DayNumber)} on",
        var (start, end) => $"from {Date(start!.Value.DayNumber)} to {Date(end!.Value.DayNumber)}",
    };

    private static string Some(string[] symbols)
    {
        const int Shown = 20;
        string listed = string.Join(", ", symbols.Take(Shown));
        return symbols.Length <= Shown
            ? listed
            : string.Create(CultureInfo.InvariantCulture, $"{listed} and {symbols.Length - Shown} more");
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
