using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// The number of days and bars per year by the conventions of the field. They depend only on calendar and timeframe, so they are known before the
/// first bar.
/// </summary>
internal sealed class TradingYears(RunSeries series)
{
    private const double Days = 365.25;
    private const int DaysOfWeek = 7;
    private const double Months = 12;
    private const double Exchange = 252;
    private const double Weekdays = 260;
    private const double EveryDay = 365;
    private const int SampleYears = 4;

    // Four years of any calendar: the closings of a market do not depend on the days tested.
    private static readonly DateOnly SampleStart = new(2021, 1, 1);

    private readonly Dictionary<ITradingCalendar, (double Days, long[] Stretches)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of bars per year of a series.</summary>
    public double BarsOf(BarSeries bars) => BarsOf(bars.Instrument, bars.Timeframe);

    /// <summary>The number of bars per year of an instrument in a timeframe.</summary>
    public double BarsOf(Instrument instrument, Timeframe timeframe)
    {
        (double days, long[] stretches) = Year(series.Source(series.Finest[instrument.Index]).Calendar);
        return timeframe.Unit switch
        {
            'M' or 'q' => Months / timeframe.Months,
            'w' => Days / (DaysOfWeek * timeframe.Count),
            'd' => timeframe.Count == 1 ? days : Math.Min(days, Days / timeframe.Count),
            _ => days * stretches.Sum(stretch => (stretch + timeframe.Ticks - 1) / timeframe.Ticks),
        };
    }

    /// <summary>The number of trading days per year of a calendar: 252; 260 for weekdays without holidays; 365 for every day.</summary>
    public double DaysOf(ITradingCalendar calendar) => Year(calendar).Days;

    /// <summary>The days of a year, and the usual lengths of the stretches of a session, in ticks; several if the session has breaks.</summary>
    private (double Days, long[] Stretches) Year(ITradingCalendar calendar)
    {
        if (calendar.Name == EveryDayCalendar.Utc.Name)
            return (Exchange, [TimeSpan.TicksPerDay]); // without a calendar, nothing says that the market never closes
        if (!_known.TryGetValue(calendar, out (double Days, long[] Stretches) year))
            _known[calendar] = year = Measure(calendar);
        return year;
    }

    private static (double Days, long[] Stretches) Measure(ITradingCalendar calendar)
    {
        int first = SampleStart.DayNumber;
        int end = SampleStart.AddYears(SampleYears).DayNumber;
        TradingSession[] sessions = [.. Enumerable.Range(first, end - first).Select(calendar.Session).OfType<TradingSession>()];
        double sessionsPerYear = sessions.Length / (double)SampleYears;
        double days = sessionsPerYear > (EveryDay + Weekdays) / 2 ? EveryDay
            : sessionsPerYear > (Weekdays + Exchange) / 2 ? Weekdays
            : Exchange;
        long[] usual = sessions.Select(session => Stretches(calendar, session)).GroupBy(stretches => string.Join(',', stretches))
            .OrderByDescending(group => group.Count()).FirstOrDefault()?.First() ?? [TimeSpan.TicksPerDay];
        return (days, usual);
    }

    private static long[] Stretches(ITradingCalendar calendar, TradingSession session)
    {
        IReadOnlyList<TradingSession> breaks = calendar.Breaks(calendar.Day(session.Open));
        IEnumerable<long> opens = breaks.Select(pause => pause.Close).Prepend(session.Open);
        return [.. opens.Zip(breaks.Select(pause => pause.Open).Append(session.Close), (open, close) => close - open)];
    }
}
