using Backtest.Abstractions.Runtime;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The last close of each UTC day since the start of the measured time, and the first open in it.</summary>
internal sealed class DailyCloses
{
    private readonly List<DailyEquity> _days = [];

    /// <summary>The first open, or NaN if there was no bar.</summary>
    public double FirstOpen { get; private set; } = double.NaN;

    /// <summary>The days.</summary>
    public IReadOnlyList<DailyEquity> Days => _days;

    /// <summary>Adds the next bars.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="from">Bars that start before this time are skipped, UTC ticks.</param>
    public void Take(BarSeries series, long from)
    {
        for (int row = 0; row < series.Count; row++)
        {
            if (series.Start[row] < from)
                continue;
            if (_days.Count == 0)
                FirstOpen = series.Open[row];
            var close = new DailyEquity(TradingDay.Of(new DateTime(series.End[row], DateTimeKind.Utc)), series.Close[row]);
            if (_days.Count > 0 && _days[^1].Day == close.Day)
                _days[^1] = close;
            else
                _days.Add(close);
        }
    }
}

/// <summary>Determines to which day a time belongs.</summary>
internal static class TradingDay
{
    /// <summary>The UTC day of the last instant before a time: a bar that ends at midnight belongs to the day before.</summary>
    public static DateOnly Of(DateTime end) => DateOnly.FromDateTime(end.Ticks > 0 ? end.AddTicks(-1) : end);
}
