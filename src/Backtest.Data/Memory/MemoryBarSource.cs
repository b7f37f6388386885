using Backtest.Data.Calendars;

namespace Backtest.Data.Memory;

/// <summary>Bars held in memory.</summary>
internal sealed class MemoryBarSource : IBarSource
{
    private readonly Dictionary<string, SymbolBars> _bars;

    public MemoryBarSource(
        IEnumerable<SymbolBars> bars,
        Timeframe timeframe,
        TradingCalendars calendars,
        IReadOnlyList<DataFile> files,
        bool hasUnknownAdjustment)
    {
        _bars = bars.ToDictionary(symbol => symbol.Symbol, StringComparer.Ordinal);
        Series = [.. _bars.Values.OrderBy(symbol => symbol.Symbol, StringComparer.Ordinal)
            .Select(symbol => new SourceSeries(symbol.Symbol, timeframe, symbol.HasVolume, symbol.Count, calendars.Of(symbol.Symbol))
            {
                Dates = calendars.Dates,
                LastDay = symbol.LastDay,
                HasUnknownAdjustment = hasUnknownAdjustment,
            })];
        Files = files;
    }

    public IReadOnlyList<SourceSeries> Series { get; }

    public IReadOnlyList<DataFile> Files { get; }

    public IReadOnlyList<DataWarning> Warnings { get; init; } = [];

    public IBarReader Open(SourceSeries series) => new MemoryBarReader(_bars[series.Symbol]);

    public void Dispose() => _bars.Clear();
}
