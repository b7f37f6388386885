using System.Runtime.InteropServices;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What a portfolio was worth, day by day: what performance is measured on.</summary>
public sealed record EquityCurve
{
    private const double DaysPerYear = 365.25;

    /// <summary>Money it began with; above zero.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>What it was worth in the end, in money.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>The start of the first traded bar, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The end of the last bar, UTC.</summary>
    public required DateTime End { get; init; }

    /// <summary>The day the initial capital stood, in the data's zone.</summary>
    public required DateOnly StartDay { get; init; }

    /// <summary>How the portfolio ended; null of a curve that is none's.</summary>
    public PortfolioStatus? Status { get; init; }

    /// <summary>A point for each trading day, in order of time.</summary>
    public required IReadOnlyList<DailyEquity> Days { get; init; }

    /// <summary>The trading days of a year by the calendar of what was traded; <see langword="null"/>: there is none, or there are several.</summary>
    public double? TradingDaysPerYear { get; init; }

    /// <summary>Years of 365.25 days from start to end.</summary>
    public double Years => (End - Start).TotalDays / DaysPerYear;

    /// <summary>
    /// Simple returns of one day on the day before, the first on the initial capital, as fractions. An equity below zero counts as zero:
    /// all is lost that day, and nothing more after it.
    /// </summary>
    /// <returns>A return for each day; not a number where there was nothing left to gain on, and yet a gain.</returns>
    public double[] Returns()
    {
        var returns = new double[Days.Count];
        FillReturns(returns);
        return returns;
    }

    /// <summary>The curve of a capital of 1 that made the given returns.</summary>
    /// <param name="start">The day the capital stood, the day before the first return.</param>
    /// <param name="returns">The returns, in order of days.</param>
    public static EquityCurve FromReturns(DateOnly start, IReadOnlyList<DailyReturn> returns)
    {
        var days = new DailyEquity[returns.Count];
        double wealth = 1;
        for (int i = 0; i < days.Length; i++)
        {
            wealth *= 1 + returns[i].Return;
            days[i] = new DailyEquity(returns[i].Day, wealth);
        }

        DateOnly end = days.Length == 0 ? start : days[^1].Day;
        return new EquityCurve
        {
            InitialCapital = 1,
            FinalEquity = (decimal)wealth,
            Start = start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            End = end.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            StartDay = start,
            Days = days,
        };
    }

    /// <summary>The points, without a call for each.</summary>
    public ReadOnlySpan<DailyEquity> Points => Days switch
    {
        ArraySegment<DailyEquity> segment => segment,
        DailyEquity[] array => array,
        List<DailyEquity> list => CollectionsMarshal.AsSpan(list),
        _ => Days.ToArray(),
    };

    /// <summary>Writes what <see cref="Returns"/> gives to a buffer that holds as many numbers as there are days.</summary>
    public void FillReturns(Span<double> returns)
    {
        ReadOnlySpan<DailyEquity> points = Points;
        double before = (double)InitialCapital;
        for (int i = 0; i < points.Length; i++)
        {
            double equity = before <= 0 && Status == PortfolioStatus.Ruined ? 0 : Math.Max(0, points[i].Equity);
            returns[i] = before > 0 ? (equity / before) - 1 : equity > 0 ? double.NaN : 0;
            before = equity;
        }
    }
}
