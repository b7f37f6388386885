using Backtest.Engine;

namespace Backtest.Results;

/// <summary>How many returns a year has, by the days there are returns of.</summary>
public static class ReturnPeriods
{
    private const double DaysPerYear = 365.25;
    private const int DaysPerWeek = 7;
    private const double WeekdaysPerYear = 252;
    private const double EveryDay = 365;
    private const int WeekendShare = 5; // more than one day in five: the market trades on weekends

    /// <summary>As configured; else daily, weekly, monthly, quarterly, or whatever the median gap between days comes to.</summary>
    public static double PerYear(EquityCurve curve, MetricsConfig config) => config.PeriodsPerYear ?? OfGap(MedianGap(curve.Days), curve);

    private static double OfGap(double gap, EquityCurve curve) => gap switch
    {
        < 4 => Daily(curve),
        >= 5 and <= 10 => DaysPerYear / DaysPerWeek,
        >= 25 and <= 35 => 12,
        >= 80 and <= 100 => 4,
        _ => DaysPerYear / gap,
    };

    private static double Daily(EquityCurve curve)
    {
        if (curve.TradingDaysPerYear is { } days)
            return days;
        int weekend = 0;
        foreach (DailyEquity point in curve.Days)
        {
            if (point.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                weekend++;
        }

        return weekend * WeekendShare > curve.Days.Count ? EveryDay : WeekdaysPerYear;
    }

    /// <summary>The median of the calendar days from one day to the next; one, where there are no two days.</summary>
    private static double MedianGap(IReadOnlyList<DailyEquity> days)
    {
        if (days.Count < 2)
            return 1;
        int[] gaps = new int[days.Count - 1];
        for (int i = 0; i < gaps.Length; i++)
            gaps[i] = days[i + 1].Day.DayNumber - days[i].Day.DayNumber;
        return (Selection.Nth(gaps.AsSpan(), (gaps.Length - 1) / 2) + Selection.Nth(gaps.AsSpan(), gaps.Length / 2)) / 2.0;
    }
}
