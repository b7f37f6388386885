namespace Backtest.Tests;

/// <summary>Bars of a higher timeframe, computed in one go: divides each session or block of days into buckets and assigns bars to them.</summary>
internal static class Resampled
{
    /// <summary>The bars whose end is known by the last bar.</summary>
    public static IReadOnlyList<(DateTime Start, DateTime End, double Open, double High, double Low, double Close, double Volume)> Of(
        IReadOnlyList<TestBar> bars, Timeframe finest, ITradingCalendar calendar, Timeframe timeframe)
    {
        DateTime last = bars[^1].Start + Length(finest);
        return
        [
            .. Buckets(bars, calendar, timeframe)
                .Select(bucket => (bucket.Start, bucket.End, Bars: bars.Where(bar => IsIn(bar, finest, calendar, bucket)).ToList()))
                .Where(bucket => bucket.Bars.Count > 0 && bucket.End <= last)
                .Select(bucket => (
                    bucket.Start, bucket.End, bucket.Bars[0].Open, bucket.Bars.Max(bar => bar.High), bucket.Bars.Min(bar => bar.Low),
                    bucket.Bars[^1].Close, bucket.Bars.Sum(bar => bar.Volume))),
        ];
    }

    private static bool IsIn(TestBar bar, Timeframe finest, ITradingCalendar calendar, (DateTime Start, DateTime End) bucket)
    {
        DateTime end = bar.Start + Length(finest);
        return end > bucket.Start && end <= bucket.End && calendar.Session(calendar.Day(bar.Start.Ticks)) is { } session
            && end.Ticks > session.Open && end.Ticks <= session.Close;
    }

    private static IEnumerable<(DateTime Start, DateTime End)> Buckets(IReadOnlyList<TestBar> bars, ITradingCalendar calendar, Timeframe timeframe)
    {
        foreach ((int day, int length) in Blocks(calendar.Day(bars[0].Start.Ticks), calendar.Day(bars[^1].Start.Ticks), timeframe))
        {
            List<TradingSession> sessions = [.. Enumerable.Range(day, length).Select(calendar.Session).OfType<TradingSession>()];
            if (sessions.Count == 0)
                continue;
            DateTime open = new(sessions[0].Open, DateTimeKind.Utc), close = new(sessions[^1].Close, DateTimeKind.Utc);
            TimeSpan step = timeframe.Unit is 'd' or 'w' or 'M' or 'q' ? close - open : Length(timeframe);
            for (DateTime start = open; start < close; start += step)
                yield return (start, start + step < close ? start + step : close);
        }
    }

    private static IEnumerable<(int Day, int Length)> Blocks(int from, int to, Timeframe timeframe)
    {
        if (timeframe.Unit is 'M' or 'q')
        {
            int months = timeframe.Unit == 'q' ? 3 * timeframe.Count : timeframe.Count;
            DateOnly month = new(DateOnly.FromDayNumber(from).Year, 1, 1);
            for (; month.DayNumber <= to; month = month.AddMonths(months))
                yield return (month.DayNumber, month.AddMonths(months).DayNumber - month.DayNumber);
            yield break;
        }

        int block = timeframe.Unit switch { 'd' => timeframe.Count, 'w' => 7 * timeframe.Count, _ => 1 };
        for (int day = from - from % block; day <= to; day += block)
            yield return (day, block);
    }

    private static TimeSpan Length(Timeframe timeframe) => TimeSpan.FromTicks(timeframe.Ticks);
}
