using Backtest.Abstractions.Runtime;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The last close of each day, by UTC, from where what is measured begins; and the open it began at.</summary>
internal sealed class DailyCloses
{
    private readonly List<DailyEquity> _days = [];

    /// <summary>The first open, or not a number if there was no bar.</summary>
    public double FirstOpen { get; private set; } = double.NaN;

    /// <summary>The days.</summary>
    public IReadOnlyList<DailyEquity> Days => _days;

    /// <summary>Takes the next bars.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="from">Those that begin before it are passed over, UTC ticks.</param>
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

/// <summary>Which day a moment counts to.</summary>
internal static class TradingDay
{
    /// <summary>The day, by UTC, of the last instant before a moment: a bar that ends at midnight is of the day before.</summary>
    public static DateOnly Of(DateTime end) => DateOnly.FromDateTime(end.Ticks > 0 ? end.AddTicks(-1) : end);
}
