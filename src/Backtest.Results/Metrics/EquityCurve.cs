using System.Runtime.InteropServices;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The daily equity of a portfolio, from which performance is measured.</summary>
public sealed record EquityCurve
{
    private const double DaysPerYear = 365.25;

    /// <summary>The initial capital, in money; above zero.</summary>
    public required decimal InitialCapital { get; init; }

    /// <summary>The final equity, in money.</summary>
    public required decimal FinalEquity { get; init; }

    /// <summary>The start of the first traded bar, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The end of the last bar, UTC.</summary>
    public required DateTime End { get; init; }

    /// <summary>The day of the initial capital, in the data's zone.</summary>
    public required DateOnly StartDay { get; init; }

    /// <summary>How the portfolio ended, or null if the curve is not that of a portfolio.</summary>
    public PortfolioStatus? Status { get; init; }

    /// <summary>A point for each trading day, in order of time.</summary>
    public required IReadOnlyList<DailyEquity> Days { get; init; }

    /// <summary>
    /// The number of trading days per year by the calendar of the traded symbols, or <see langword="null"/> if there is none or there are several.
    /// </summary>
    public double? TradingDaysPerYear { get; init; }

    /// <summary>The number of years of 365.25 days from start to end.</summary>
    public double Years => (End - Start).TotalDays / DaysPerYear;

    /// <summary>
    /// Simple daily returns as fractions, the first on the initial capital. Negative equity counts as zero: everything is lost on that day, and
    /// nothing more after it.
    /// </summary>
    /// <returns>A return for each day; NaN for a gain when no equity was left.</returns>
    public double[] Returns()
    {
        var returns = new double[Days.Count];
        FillReturns(returns);
        return returns;
    }

    /// <summary>Creates the curve of a capital of 1 with the given returns.</summary>
    /// <param name="start">The day of the initial capital, before the first return.</param>
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

    /// <summary>The points as a span, without a call for each.</summary>
    public ReadOnlySpan<DailyEquity> Points => Days switch
    {
        ArraySegment<DailyEquity> segment => segment,
        DailyEquity[] array => array,
        List<DailyEquity> list => CollectionsMarshal.AsSpan(list),
        _ => Days.ToArray(),
    };

    /// <summary>Writes the result of <see cref="Returns"/> to a buffer with as many numbers as there are days.</summary>
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
