using Backtest.Abstractions.Runtime;

namespace Backtest.Data;

/// <summary>Figures about one symbol and timeframe of a source, obtained by reading it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">The length of the bars.</param>
/// <param name="Calendar">The name of the calendar.</param>
/// <param name="Bars">The number of bars.</param>
/// <param name="First">When the first bar starts, UTC, or <see langword="null"/> if there is none.</param>
/// <param name="Last">When the last bar starts, UTC, or <see langword="null"/> if there is none.</param>
/// <param name="Volume">The sum of the volumes, or <see langword="null"/> if the source has none.</param>
public sealed record SeriesSummary(
    string Symbol, Timeframe Timeframe, string Calendar, long Bars, DateTime? First, DateTime? Last, double? Volume)
{
    private const int RowsAtOnce = 4096;

    /// <summary>The trading day of the first bar, or <see langword="null"/> if there is none.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The trading day of the last bar, or <see langword="null"/> if there is none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Reads a whole series.</summary>
    /// <exception cref="InputException">The data is invalid.</exception>
    public static SeriesSummary Read(IBarSource source, SourceSeries series, CancellationToken cancellation)
    {
        using IBarReader reader = source.Open(series);
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
        (DateTime? First, DateTime? Last, double Volume) sum = default;
        (DateOnly? First, DateOnly? Last) days = default;
        while (reader.Read(bars, RowsAtOnce) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            sum.First ??= new DateTime(bars.Start[0], DateTimeKind.Utc);
            days.First ??= DateOnly.FromDayNumber(bars.Day[0]);
            days.Last = DateOnly.FromDayNumber(bars.Day[bars.Count - 1]);
            sum.Last = new DateTime(bars.Start[bars.Count - 1], DateTimeKind.Utc);
            foreach (double volume in bars.Volume.AsSpan(0, bars.Count))
                sum.Volume += volume;
            bars.Advance();
        }

        double? total = series.HasVolume ? sum.Volume : null;
        return new SeriesSummary(series.Symbol, series.Timeframe, series.Calendar.Name, bars.FirstIndex, sum.First, sum.Last, total)
        {
            FirstDay = days.First,
            LastDay = days.Last,
        };
    }
}
