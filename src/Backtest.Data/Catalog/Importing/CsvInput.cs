using Backtest.Data.Calendars;
using Backtest.Data.Csv;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Text files, read in a stream. Files whose rows name their symbols are read together, the others symbol by symbol.</summary>
internal sealed class CsvInput : ImportInput
{
    private readonly BarSourceOptions.Csv _options;
    private readonly CsvUnit[] _units;

    public CsvInput(BarSourceOptions.Csv options, CancellationToken cancellation)
    {
        DataZone zone = DataZone.Find(options, options.TimeZone);
        var found = CsvHeads.Find(options);
        options = found.Options;
        _options = options;
        var errors = new RowErrors(options.SkipsBadRows, log: null);
        var calendars = new TradingCalendars(options, options.Calendar, zone);
        var reader = new CsvFileReader(options, zone, new BarPlacements(options, zone, calendars), cancellation);
        CsvHead[] heads = [.. found.All
            .Where(head => head.NamesSymbols || options.Symbols.Count == 0 || options.Symbols.Contains(head.File.Symbol))];
        _units = heads.Any(head => head.NamesSymbols)
            ? [Unit($"{heads.Length} {(heads.Length == 1 ? "file" : "files")}", options, heads)]
            : [.. heads.GroupBy(head => head.File.Symbol, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Unit(group.Key, options with { Symbols = [group.Key] }, group))];

        CsvUnit Unit(string name, BarSourceOptions.Csv narrow, IEnumerable<CsvHead> files) => new(
            name, narrow, [.. files.OrderBy(head => head.Layout.FirstClock).ThenBy(head => head.File.Path, StringComparer.Ordinal)], reader, errors, calendars);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ImportUnit> Units => _units;

    /// <inheritdoc/>
    public override long Complete()
    {
        CsvUnit[] read = [.. _units.Where(unit => unit.FilesRead.Count > 0)];
        if (read.Length == 0 && _units.Length > 0)
            return 0;
        string[] unchanged = [.. _units.Except(read).SelectMany(unit => unit.Symbols)];
        CsvFile[] files = [.. read.SelectMany(unit => unit.FilesRead)];
        new SymbolMerge(_options with { Symbols = [.. _options.Symbols.Except(unchanged, StringComparer.Ordinal)] }).Check(files);
        return files.Sum(file => file.Record.SkippedRows);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
