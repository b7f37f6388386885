using Backtest.Data.Calendars;
using Backtest.Data.Files;
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
        var errors = new RowErrors(options.SkipsBadRows, rows);
        var calendars = new TradingCalendars(options, options.Calendar, zone);
        var placements = new BarPlacements(options, zone, calendars);
        var reader = new CsvFileReader(options, zone, placements, TimeFormat.Find(options), errors, cancellation);
        CsvFile[] files = [.. DataPaths.Find(options).Select(file => reader.Read(file)).OfType<CsvFile>()];
        errors.ThrowIfAny();
        IReadOnlyList<SymbolBars> bars = new SymbolMerge(options).Merge(files);
        return new MemoryBarSource(
            bars, options.Timeframe, calendars, [.. files.Select(file => file.Record)], CsvColumns.NameAdjustedPrices(options.Columns));
    }
}
