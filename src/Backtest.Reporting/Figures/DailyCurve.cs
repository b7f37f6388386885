using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What a portfolio was worth at the end of each day, and what it made of what it began with.</summary>
/// <param name="Initial">What it began with; above zero.</param>
/// <param name="Days">Each day's last equity, in order.</param>
internal sealed record DailyCurve(double Initial, IReadOnlyList<DailyEquity> Days)
{
    /// <summary>The curve of a series.</summary>
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

    /// <summary>The simple return of each day on the day before, the first on what it began with; not a number on nothing.</summary>
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

    /// <summary>The return from the last day before a period to its last day, or null if no day is in it.</summary>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last.</param>
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

    /// <summary>The days of a period, beginning with the equity before it.</summary>
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
