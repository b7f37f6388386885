using Backtest.Data.Actions;
using Backtest.Data.Calendars;
using Backtest.Data.Rows;

namespace Backtest.Data.Lean;

/// <summary>Bars of a LEAN folder, read on request.</summary>
internal sealed class LeanBarSource : IBarSource
{
    private readonly BarSourceOptions.Lean _options;
    private readonly LeanChoice _bars;
    private readonly LeanFiles _files;
    private readonly IRowLog? _rows;
    private readonly LeanDrops _drops;
    private readonly IReadOnlyList<DataWarning> _warnings;
    private readonly Dictionary<string, LeanSymbol> _symbols;

    public LeanBarSource(
        BarSourceOptions.Lean options,
        LeanChoice bars,
        IEnumerable<LeanSymbol> symbols,
        IReadOnlyList<CorporateAction> actions,
        LeanFiles files,
        IReadOnlyList<DataWarning> warnings,
        IRowLog? rows)
    {
        _options = options;
        _bars = bars;
        _files = files;
        _rows = rows;
        _warnings = warnings;
        _drops = new LeanDrops(isSessionChosen: options.Session is not null);
        _symbols = symbols.ToDictionary(symbol => symbol.Symbol, StringComparer.Ordinal);
        Series = [.. _symbols.Values.OrderBy(symbol => symbol.Symbol, StringComparer.Ordinal)
            .Select(symbol => new SourceSeries(symbol.Symbol, options.Timeframe, !bars.AreQuotes, Bars: null, symbol.Calendar)
            {
                Dates = new ZoneCalendar(symbol.Zone),
                HasQuotes = bars.AreQuotes || symbol.Parts.Any(part => part.Quotes is not null),
                Adjustments = symbol.Scale,
            })];
        Actions = actions;
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => _files.Records;

    public IReadOnlyList<CorporateAction> Actions { get; }

    public IReadOnlyList<DataWarning> Warnings => [.. _warnings, .. _drops.Warnings()];

    public IBarReader Open(SourceSeries series)
    {
        LeanSymbol symbol = _symbols[series.Symbol];
        var errors = new RowErrors(_options.SkipsBadRows, _rows);
        var reader = new LeanBarReader(symbol, _bars, _options.Timeframe, errors, _files, _drops, _rows);
        return symbol.Scale.Count > 0 ? new AdjustedBarReader(reader, symbol.Scale) : reader;
    }

    public void Dispose()
    {
    }
}
