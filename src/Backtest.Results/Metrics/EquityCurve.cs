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

    /// <summary>A point for each trading day, in order of time.</summary>
    public required IReadOnlyList<DailyEquity> Days { get; init; }

    /// <summary>The trading days of a year by the calendar of what was traded; <see langword="null"/>: there is none, or there are several.</summary>
    public double? TradingDaysPerYear { get; init; }

    /// <summary>Years of 365.25 days from start to end.</summary>
    public double Years => (End - Start).TotalDays / DaysPerYear;

    /// <summary>Simple returns of one day on the day before, the first on the initial capital, as fractions.</summary>
    /// <returns>A return for each day; not a number, or infinite, where there was nothing left to gain on.</returns>
    public double[] Returns()
    {
        var returns = new double[Days.Count];
        double before = (double)InitialCapital;
        for (int i = 0; i < returns.Length; i++)
        {
            double equity = Days[i].Equity;
            returns[i] = before > 0 ? (equity / before) - 1 : double.NaN;
            before = equity;
        }

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
}
