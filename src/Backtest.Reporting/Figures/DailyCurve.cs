using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The equity of a portfolio at the end of each day, and its returns.</summary>
/// <param name="Initial">The initial equity; above zero.</param>
/// <param name="Days">Each day's last equity, in order.</param>
internal sealed record DailyCurve(double Initial, IReadOnlyList<DailyEquity> Days)
{
    /// <summary>Creates the curve of a series.</summary>
    public static DailyCurve Of(EquitySeries series, double initial)
    {
        var days = new List<DailyEquity>();
        for (int i = 0; i < series.Count; i++)
        {
            var point = new DailyEquity(TradingDay.Of(series.Times[i]), series.Equity[i]);
            if (days.Count > 0 && days[^1].Day == point.Day)
                days[^1] = point;
            else
                days.Add(point);
        }

        return new DailyCurve(initial, days);
    }

    /// <summary>The simple return of each day relative to the day before, the first relative to the initial equity; NaN if nothing was left.</summary>
    public double[] Returns()
    {
        var returns = new double[Days.Count];
        double before = Initial;
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = before > 0 ? (Days[i].Equity / before) - 1 : double.NaN;
            before = Days[i].Equity;
        }

        return returns;
    }

    /// <summary>The return from the last day before a period to its last day, or null if the period has no day.</summary>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    public double? Return(DateOnly from, DateOnly to)
    {
        double before = Initial;
        double? last = null;
        foreach (DailyEquity day in Days)
        {
            if (day.Day < from)
                before = day.Equity;
            else if (day.Day <= to)
                last = day.Equity;
            else
                break;
        }

        return last / before - 1 is { } value && double.IsFinite(value) ? value : null;
    }

    /// <summary>The days of a period, starting with the equity before it.</summary>
    public DailyCurve Between(DateOnly from, DateOnly to)
    {
        double before = Initial;
        var days = new List<DailyEquity>();
        foreach (DailyEquity day in Days)
        {
            if (day.Day < from)
                before = day.Equity;
            else if (day.Day <= to)
                days.Add(day);
        }

        return new DailyCurve(before, days);
    }
}
