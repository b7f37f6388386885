using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Determines the number of returns per year from the days that have one.</summary>
public static class ReturnPeriods
{
    private const double DaysPerYear = 365.25;
    private const int DaysPerWeek = 7;
    private const double WeekdaysPerYear = 252;
    private const double EveryDay = 365;
    private const int CountedGaps = 128;
    private const int WeekendShare = 5; // more than one day in five: the market trades on weekends

    /// <summary>The configured number; otherwise that of daily, weekly, monthly or quarterly returns, or of the median gap between days.</summary>
    public static double PerYear(EquityCurve curve, MetricsConfig config) => config.PeriodsPerYear ?? OfGap(MedianGap(curve.Points), curve);

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
        foreach (ref readonly DailyEquity point in curve.Points)
        {
            if (point.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                weekend++;
        }

        return weekend * WeekendShare > curve.Days.Count ? EveryDay : WeekdaysPerYear;
    }

    /// <summary>The median number of calendar days from one day to the next; one if there are fewer than two days.</summary>
    private static double MedianGap(ReadOnlySpan<DailyEquity> days)
    {
        if (days.Length < 2)
            return 1;
        int gaps = days.Length - 1;
        Span<int> counts = stackalloc int[CountedGaps]; // by the gap
        for (int i = 0; i < gaps; i++)
        {
            int gap = Gap(days, i);
            if ((uint)gap >= CountedGaps)
                return MedianOfAnyGaps(days);
            counts[gap]++;
        }

        return (GapAt(counts, (gaps - 1) / 2) + GapAt(counts, gaps / 2)) / 2.0;
    }

    private static double MedianOfAnyGaps(ReadOnlySpan<DailyEquity> days)
    {
        int[] gaps = new int[days.Length - 1];
        for (int i = 0; i < gaps.Length; i++)
            gaps[i] = Gap(days, i);
        return (Selection.Nth(gaps.AsSpan(), (gaps.Length - 1) / 2) + Selection.Nth(gaps.AsSpan(), gaps.Length / 2)) / 2.0;
    }

    private static int Gap(ReadOnlySpan<DailyEquity> days, int index) => days[index + 1].Day.DayNumber - days[index].Day.DayNumber;

    /// <summary>The gap at an index if the gaps were sorted.</summary>
    private static int GapAt(ReadOnlySpan<int> counts, int place)
    {
        int gap = 0;
        for (int passed = counts[0]; passed <= place; passed += counts[gap])
            gap++;
        return gap;
    }
}
