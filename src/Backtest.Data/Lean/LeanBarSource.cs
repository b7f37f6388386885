using Backtest.Data.Calendars;
using Backtest.Data.Rows;

namespace Backtest.Data.Lean;

/// <summary>Bars of a LEAN folder, read as they are asked for.</summary>
internal sealed class LeanBarSource : IBarSource
{
    private readonly BarSourceOptions.Lean _options;
    private readonly LeanChoice _bars;
    private readonly LeanFiles _files;
    private readonly IRowLog? _rows;
    private readonly Dictionary<string, LeanSymbol> _symbols;

    public LeanBarSource(
        BarSourceOptions.Lean options,
        LeanChoice bars,
        IEnumerable<LeanSymbol> symbols,
        IReadOnlyList<CorporateAction> actions,
        LeanFiles files,
        IRowLog? rows)
    {
        _options = options;
        _bars = bars;
        _files = files;
        _rows = rows;
        _symbols = symbols.ToDictionary(symbol => symbol.Symbol, StringComparer.Ordinal);
        Series = [.. _symbols.Values.OrderBy(symbol => symbol.Symbol, StringComparer.Ordinal)
            .Select(symbol => new SourceSeries(symbol.Symbol, options.Timeframe, !bars.AreQuotes, Bars: null, symbol.Calendar)
            {
                Dates = new ZoneCalendar(symbol.Zone),
            })];
        Actions = actions;
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files => _files.Records;

    public IReadOnlyList<CorporateAction> Actions { get; }

    public IBarReader Open(SourceSeries series) => new LeanBarReader(
        _symbols[series.Symbol], _bars, _options.Timeframe, new RowErrors(_options.SkipsBadRows, _rows), _files);

    public void Dispose()
    {
    }
}
