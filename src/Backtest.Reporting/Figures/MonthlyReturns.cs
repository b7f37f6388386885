using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>Returns of calendar months and years.</summary>
internal static class MonthlyReturns
{
    /// <summary>A row for each year from the first to the last day: twelve months, then the year; NaN where there is no day.</summary>
    public static IReadOnlyList<(int Year, double[] Months, double Total)> Of(DailyCurve curve)
    {
        var rows = new List<(int Year, double[] Months, double Total)>();
        double beforeMonth = curve.Initial;
        double beforeYear = curve.Initial;
        for (int i = 0; i < curve.Days.Count; i++)
        {
            DailyEquity day = curve.Days[i];
            bool endsYear = i + 1 == curve.Days.Count || curve.Days[i + 1].Day.Year != day.Day.Year;
            bool endsMonth = endsYear || curve.Days[i + 1].Day.Month != day.Day.Month;
            if (rows.Count == 0 || rows[^1].Year != day.Day.Year)
            {
                var months = new double[12];
                Array.Fill(months, double.NaN);
                rows.Add((day.Day.Year, months, double.NaN));
            }

            if (!endsMonth)
                continue;
            rows[^1].Months[day.Day.Month - 1] = Change(beforeMonth, day.Equity);
            beforeMonth = day.Equity;
            if (!endsYear)
                continue;
            rows[^1] = rows[^1] with { Total = Change(beforeYear, day.Equity) };
            beforeYear = day.Equity;
        }

        return rows;
    }

    private static double Change(double from, double to) => from > 0 ? (to / from) - 1 : double.NaN;
}
