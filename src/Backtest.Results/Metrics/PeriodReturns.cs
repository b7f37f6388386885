using System.Globalization;

namespace Backtest.Results;

/// <summary>
/// Returns of calendar months and years, and of the time before the last day. The return of a period is from the equity of the last day before it
/// to that of its last day, and for the first period on the initial capital. A figure that cannot be computed is null.
/// </summary>
public sealed record PeriodReturns
{
    /// <summary>The return of each month that has a day, by year and month, such as <c>2020-03</c>.</summary>
    public required IReadOnlyDictionary<string, double?> Months { get; init; }

    /// <summary>The return of each year that has a day.</summary>
    public required IReadOnlyDictionary<string, double?> Years { get; init; }

    /// <summary>The highest return of a month.</summary>
    public double? BestMonth => Months.Values.Max();

    /// <summary>The lowest return of a month.</summary>
    public double? WorstMonth => Months.Values.Min();

    /// <summary>The fraction of months with a return above zero, in [0, 1].</summary>
    public double? WinningMonths => ShareAbove(Months);

    /// <summary>The highest return of a year.</summary>
    public double? BestYear => Years.Values.Max();

    /// <summary>The lowest return of a year.</summary>
    public double? WorstYear => Years.Values.Min();

    /// <summary>The fraction of years with a return above zero, in [0, 1].</summary>
    public double? WinningYears => ShareAbove(Years);

    /// <summary>The return of the last day's month.</summary>
    public double? MonthToDate { get; init; }

    /// <summary>The return of the last three calendar months; like those of longer times below, null if the run is shorter.</summary>
    public double? ThreeMonths { get; init; }

    /// <summary>The return of the last six calendar months.</summary>
    public double? SixMonths { get; init; }

    /// <summary>The return of the last day's year.</summary>
    public double? YearToDate { get; init; }

    /// <summary>The return of the last twelve calendar months.</summary>
    public double? OneYear { get; init; }

    /// <summary>The yearly growth rate of the last three years.</summary>
    public double? ThreeYears { get; init; }

    /// <summary>The yearly growth rate of the last five years.</summary>
    public double? FiveYears { get; init; }

    /// <summary>The return over the whole time.</summary>
    public double? SinceInception { get; init; }

    /// <summary>Measures a curve.</summary>
    public static PeriodReturns Of(EquityCurve curve)
    {
        double initial = (double)curve.InitialCapital;
        double last = curve.Days is [.., var end] ? end.Equity : initial;
        var months = new OrderedDictionary<string, double?>(StringComparer.Ordinal);
        var years = new OrderedDictionary<string, double?>(StringComparer.Ordinal);
        (double beforeMonth, double beforeYear, double before) = (initial, initial, initial);
        DateOnly? previous = null;
        foreach (ref readonly DailyEquity day in curve.Points)
        {
            if (previous?.Month != day.Day.Month || previous?.Year != day.Day.Year)
                beforeMonth = before;
            if (previous?.Year != day.Day.Year)
                beforeYear = before;
            months[day.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)] = Change(beforeMonth, day.Equity);
            years[day.Day.ToString("yyyy", CultureInfo.InvariantCulture)] = Change(beforeYear, day.Equity);
            (before, previous) = (day.Equity, day.Day);
        }

        return new PeriodReturns
        {
            Months = months,
            Years = years,
            MonthToDate = months.Count > 0 ? months.GetAt(months.Count - 1).Value : null,
            YearToDate = years.Count > 0 ? years.GetAt(years.Count - 1).Value : null,
            ThreeMonths = Last(months: 3),
            SixMonths = Last(months: 6),
            OneYear = Last(months: 12),
            ThreeYears = Yearly(Last(months: 36), years: 3),
            FiveYears = Yearly(Last(months: 60), years: 5),
            SinceInception = Change(initial, last),
        };

        double? Last(int months) => EquityOn(curve, months) is { } from ? Change(from, last) : null;
    }

    /// <summary>The equity a number of months before the last day, or null if the curve had not begun.</summary>
    private static double? EquityOn(EquityCurve curve, int months)
    {
        if (curve.Days is not [.., var last] || ((last.Day.Year - 1) * 12) + last.Day.Month <= months)
            return null; // no day, or a date before the calendar begins
        DateOnly day = last.Day.AddMonths(-months);
        if (day < curve.StartDay)
            return null;
        double equity = (double)curve.InitialCapital;
        foreach (ref readonly DailyEquity point in curve.Points)
        {
            if (point.Day > day)
                break;
            equity = point.Equity;
        }

        return equity;
    }

    private static double? Yearly(double? change, int years) =>
        change is { } value ? DeterministicMath.Pow(Math.Max(0, 1 + value), 1.0 / years) - 1 : null;

    private static double? Change(double from, double to) => from > 0 ? (to / from) - 1 : null;

    private static double? ShareAbove(IReadOnlyDictionary<string, double?> periods) =>
        periods.Count == 0 ? null : periods.Values.Count(value => value > 0) / (double)periods.Count;
}
