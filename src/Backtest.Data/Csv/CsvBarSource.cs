using Backtest.Data.Calendars;
using Backtest.Data.Memory;

namespace Backtest.Data.Csv;

/// <summary>The bars of text files.</summary>
internal sealed class CsvBarSource : IBarSource
{
    private readonly Dictionary<string, SymbolBars> _held;
    private readonly Dictionary<string, SymbolStream> _streams;
    private readonly CsvRecords _records;

    /// <summary>Creates a source.</summary>
    /// <param name="held">Bars in memory.</param>
    /// <param name="streams">Bars that may not all be in memory.</param>
    /// <param name="options">The options of the run file.</param>
    /// <param name="calendars">The symbols' calendars.</param>
    /// <param name="heads">The files.</param>
    /// <param name="records">What the files contained.</param>
    public CsvBarSource(
        IReadOnlyList<SymbolBars> held,
        IReadOnlyList<SymbolStream> streams,
        BarSourceOptions.Csv options,
        TradingCalendars calendars,
        ILookup<string, CsvHead> heads,
        CsvRecords records)
    {
        _held = held.ToDictionary(bars => bars.Symbol, StringComparer.Ordinal);
        _streams = streams.ToDictionary(stream => stream.Symbol, StringComparer.Ordinal);
        _records = records;
        bool hasUnknownAdjustment = CsvColumns.NameAdjustedPrices(options.Columns);
        Series = [.. held.Select(Whole).Concat(streams.Select(stream => stream.Whole is { } bars ? Whole(bars) : Begun(stream.Symbol)))
            .OrderBy(series => series.Symbol, StringComparer.Ordinal)
            .Select(series => series with { Dates = calendars.Dates, HasUnknownAdjustment = hasUnknownAdjustment })];

        SourceSeries Whole(SymbolBars bars) =>
            new(bars.Symbol, options.Timeframe!.Value, bars.HasVolume, bars.Count, calendars.Of(bars.Symbol))
            {
                LastDay = bars.LastDay,
                HasQuotes = bars.HasQuotes,
            };

        SourceSeries Begun(string symbol) =>
            new(symbol, options.Timeframe!.Value, heads[symbol].All(head => head.HasVolume), Bars: null, calendars.Of(symbol))
            {
                HasQuotes = heads[symbol].Any(head => head.HasQuotes),
            };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceSeries> Series { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DataFile> Files => _records.Files;

    /// <inheritdoc/>
    public IReadOnlyList<DataWarning> Warnings => _records.Warnings;

    /// <inheritdoc/>
    public IBarReader Open(SourceSeries series) =>
        _held.TryGetValue(series.Symbol, out SymbolBars? bars) ? new MemoryBarReader(bars) : _streams[series.Symbol].Open();

    /// <inheritdoc/>
    public void Dispose()
    {
        _held.Clear();
        foreach (SymbolStream stream in _streams.Values)
            stream.Dispose();
    }
}
