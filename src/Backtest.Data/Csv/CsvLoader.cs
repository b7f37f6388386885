using Backtest.Data.Calendars;
using Backtest.Data.Memory;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads all files of a source.</summary>
internal sealed class CsvLoader(BarSourceOptions.Csv options, IRowLog? rows, CancellationToken cancellation)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">A file is missing or wrong, or what is wanted is not in them.</exception>
    public IBarSource Load()
    {
        DataZone zone = DataZone.Find(options, options.TimeZone);
        var heads = CsvHeads.Find(options);
        var errors = new RowErrors(options.SkipsBadRows, rows);
        var calendars = new TradingCalendars(options, options.Calendar, zone);
        var reader = new CsvFileReader(heads.Options, zone, new BarPlacements(heads.Options, zone, calendars), errors, cancellation);
        CsvFile[] files = [.. heads.All.Select(head => reader.Read(head.File, head.Layout)).OfType<CsvFile>()];
        errors.ThrowIfAny();
        IReadOnlyList<SymbolBars> bars = new SymbolMerge(options).Merge(files);
        return new MemoryBarSource(
            bars, heads.Options.Timeframe!.Value, calendars, [.. files.Select(file => file.Record)], CsvColumns.NameAdjustedPrices(options.Columns))
        {
            Warnings = [.. errors.Warnings(), .. files.SelectMany(file => file.Warnings)],
        };
    }
}
