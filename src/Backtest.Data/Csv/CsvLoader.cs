using System.Globalization;
using Backtest.Data.Calendars;
using Backtest.Data.Memory;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>
/// Opens all files of a source. If there are few bars, they are read at once, so that their errors are known before the run begins; otherwise the
/// rest is read during the run.
/// </summary>
internal sealed class CsvLoader
{
    /// <summary>The maximum number of bars held in memory before the others are read on request: about 140 MB.</summary>
    public const int MostHeld = 1 << 21;

    private readonly BarSourceOptions.Csv _options;
    private readonly IRowLog? _log;
    private readonly CancellationToken _cancellation;
    private readonly CsvHeads _heads;
    private readonly TradingCalendars _calendars;
    private readonly CsvFileReader _reader;
    private readonly CsvRecords _records = new();

    /// <summary>Reads the starts of the files.</summary>
    /// <param name="options">The source.</param>
    /// <param name="log">Called for each invalid row; <see langword="null"/> to ignore them.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">A file is missing or invalid.</exception>
    public CsvLoader(BarSourceOptions.Csv options, IRowLog? log, CancellationToken cancellation)
    {
        DataZone zone = DataZone.Find(options, options.TimeZone);
        _heads = CsvHeads.Find(options);
        _options = _heads.Options;
        _log = log;
        _cancellation = cancellation;
        _calendars = new TradingCalendars(options, options.Calendar, zone);
        _reader = new CsvFileReader(_options, zone, new BarPlacements(_options, zone, _calendars), cancellation);
    }

    /// <summary>Opens the files.</summary>
    /// <exception cref="InputException">A file is invalid, or a requested symbol is not in them.</exception>
    public IBarSource Load()
    {
        ILookup<string, CsvHead> heads = _heads.All.ToLookup(head => head.File.Symbol, StringComparer.Ordinal);
        return _heads.All.Any(head => head.NamesSymbols)
            ? new CsvBarSource(Hold(), [], _options, _calendars, heads, _records)
            : new CsvBarSource([], Begin(heads), _options, _calendars, heads, _records);
    }

    /// <summary>Reads files whose rows name their symbols; a symbol's bars are complete only when all files have been read.</summary>
    private IReadOnlyList<SymbolBars> Hold()
    {
        var errors = new RowErrors(_options.SkipsBadRows, _log);
        CsvFile[] files = [.. _heads.All.Select(head => _reader.Read(head, errors, rows => rows.Part())).OfType<CsvFile>()];
        errors.ThrowIfAny();
        IReadOnlyList<SymbolBars> bars = new SymbolMerge(_options).Merge(files);
        DataWarning[] warnings = [.. errors.Warnings(), .. HeldWarning(bars.Sum(symbol => symbol.Count))];
        foreach (CsvFile file in files)
            _records.Add(file, file == files[0] ? warnings : []);
        return bars;
    }

    /// <summary>Starts reading the files of each symbol.</summary>
    private List<SymbolStream> Begin(ILookup<string, CsvHead> heads)
    {
        var streams = new List<SymbolStream>();
        try
        {
            long held = 0;
            foreach (IGrouping<string, CsvHead> files in heads.OrderBy(files => files.Key, StringComparer.Ordinal))
            {
                if (_options.Symbols.Count > 0 && !_options.Symbols.Contains(files.Key))
                    continue;
                CsvHead[] ordered = [.. files.OrderBy(head => head.Layout.FirstClock).ThenBy(head => head.File.Path, StringComparer.Ordinal)];
                var stream = new SymbolStream(files.Key, isFirst => Read(ordered, isFirst ? _log : null));
                streams.Add(stream);
                stream.Begin(MostHeld - held);
                held += stream.Held;
            }

            new SymbolMerge(_options).Check([.. heads.Select(files => files.Key)], streams.SelectMany(stream => stream.Rows));
            streams.RemoveAll(stream => stream.Held == 0);
            return streams;
        }
        catch
        {
            streams.ForEach(stream => stream.Dispose());
            throw;
        }
    }

    private CsvCursor Read(CsvHead[] files, IRowLog? log) =>
        new(files, _reader, _records, () => new RowErrors(_options.SkipsBadRows, log), ThrowErrors);

    /// <summary>Reads all files for their invalid rows, so that a user sees all errors at once.</summary>
    private void ThrowErrors()
    {
        var errors = new RowErrors(_options.SkipsBadRows, log: null);
        foreach (CsvHead head in _heads.All)
            _reader.Read(head, errors, rows => rows.Bars.Advance());
        errors.ThrowIfAny();
    }

    private static IEnumerable<DataWarning> HeldWarning(long bars)
    {
        if (bars > MostHeld)
            yield return new DataWarning(
                "held_in_memory",
                string.Create(CultureInfo.InvariantCulture, $"the file has a symbol column, so all {bars:N0} bars were read into memory before the run"),
                "If memory is short, import them into a catalog, which is streamed: backtest data import.");
    }
}
