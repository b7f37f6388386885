namespace Backtest.Tests;

/// <summary>Bars of a higher timeframe, made in one go: each session or block of days is cut into buckets, and each bucket takes its bars.</summary>
internal static class Resampled
{
    /// <summary>The bars of which the end is known by the last bar.</summary>
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
        int block = timeframe.Unit switch { 'd' => timeframe.Count, 'w' => 7 * timeframe.Count, _ => 1 };
        int from = calendar.Day(bars[0].Start.Ticks);
        for (int day = from - from % block; day <= calendar.Day(bars[^1].Start.Ticks); day += block)
        {
            List<TradingSession> sessions = [.. Enumerable.Range(day, block).Select(calendar.Session).OfType<TradingSession>()];
            if (sessions.Count == 0)
                continue;
            DateTime open = new(sessions[0].Open, DateTimeKind.Utc), close = new(sessions[^1].Close, DateTimeKind.Utc);
            TimeSpan length = timeframe.Unit is 'd' or 'w' ? close - open : Length(timeframe);
            for (DateTime start = open; start < close; start += length)
                yield return (start, start + length < close ? start + length : close);
        }
    }

    private static TimeSpan Length(Timeframe timeframe) => TimeSpan.FromTicks(timeframe.Ticks);
}
