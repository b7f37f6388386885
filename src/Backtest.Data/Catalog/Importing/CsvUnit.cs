using Backtest.Data.Actions;
using Backtest.Data.Calendars;
using Backtest.Data.Csv;
using Backtest.Data.Rows;

namespace Backtest.Data.Catalog.Importing;

/// <summary>Text files of one symbol, or of several that their rows name, in the order of their bars.</summary>
internal sealed class CsvUnit : ImportUnit
{
    private readonly BarSourceOptions.Csv _options;
    private readonly IReadOnlyList<CsvHead> _files;
    private readonly CsvFileReader _reader;
    private readonly RowErrors _errors;
    private readonly TradingCalendars _calendars;
    private readonly List<CsvFile> _filesRead = [];
    private readonly Dictionary<string, (SourceSeries Series, SymbolRows Rows, long LastStart)> _symbols = new(StringComparer.Ordinal);

    public CsvUnit(
        string name, BarSourceOptions.Csv options, IReadOnlyList<CsvHead> files, CsvFileReader reader, RowErrors errors, TradingCalendars calendars)
        : base(name, options, files.Select(head => head.File.File).Concat(options.Actions is null ? [] : [ActionFile.PathOf(options)]))
    {
        _options = options;
        _files = files;
        _reader = reader;
        _errors = errors;
        _calendars = calendars;
    }

    /// <summary>What was read of each file; empty if nothing was read yet.</summary>
    public IReadOnlyList<CsvFile> FilesRead => _filesRead;

    /// <summary>The requested symbols of the files.</summary>
    public IReadOnlyList<string> Symbols => _options.Symbols;

    /// <inheritdoc/>
    public override void Read(IBarSink sink, CancellationToken cancellation)
    {
        foreach (CsvHead head in _files)
        {
            if (_reader.Read(head, _errors, Pass) is not { } file)
                continue;
            _errors.ThrowIfAny();
            foreach (SymbolRows rows in file.Rows.Where(rows => rows.Bars.Count > 0))
                Pass(rows);
            _filesRead.Add(file);
        }

        void Pass(SymbolRows rows) => sink.Take(Follow(rows), rows.Bars);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CorporateAction> ActionsOf(string symbol) => _options.Actions is null
        ? []
        : ActionFile.Read(_options, new HashSet<string>([symbol], StringComparer.Ordinal), CancellationToken.None).Actions;

    /// <summary>Checks that the bars follow those of the previous file.</summary>
    private SourceSeries Follow(SymbolRows rows)
    {
        SourceSeries series;
        if (_symbols.TryGetValue(rows.Symbol, out (SourceSeries Series, SymbolRows Rows, long LastStart) before))
        {
            if (before.Rows != rows && rows.Bars.Start[0] <= before.LastStart)
                throw new InputException(SymbolMerge.Overlap(rows, before.Rows.Path, before.Rows.LastDay));
            series = before.Series;
        }
        else
            series = new SourceSeries(rows.Symbol, _options.Timeframe!.Value, _files.All(head => head.HasVolume), Bars: null, _calendars.Of(rows.Symbol))
            {
                Dates = _calendars.Dates,
                HasQuotes = _files.Any(head => head.HasQuotes),
                HasUnknownAdjustment = CsvColumns.NameAdjustedPrices(_options.Columns),
            };
        _symbols[rows.Symbol] = (series, rows, rows.Bars.Start[rows.Bars.Count - 1]);
        return series;
    }
}
