using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class ReturnPeriodsTests
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    [Theory]
    [InlineData(7, 365.25 / 7)]
    [InlineData(10, 365.25 / 7)]
    [InlineData(30, 12)]
    [InlineData(91, 4)]
    [InlineData(4, 365.25 / 4)]
    [InlineData(14, 365.25 / 14)]
    [InlineData(60, 365.25 / 60)]
    [InlineData(365, 365.25 / 365)]
    public void Periods_follow_from_the_gap_between_days(int gap, double expected) =>
        Assert.Equal(expected, ReturnPeriods.PerYear(Curve([.. Enumerable.Range(0, 9).Select(i => i * gap)]), new MetricsConfig()));

    [Fact]
    public void The_gap_is_the_median_so_that_holes_do_not_count() =>
        Assert.Equal(365.25 / 7, ReturnPeriods.PerYear(Curve([0, 7, 14, 21, 100, 107]), new MetricsConfig()));

    [Fact]
    public void Days_of_a_market_closed_on_weekends_are_252_a_year() =>
        Assert.Equal(252, ReturnPeriods.PerYear(Curve([0, 1, 2, 3, 4, 7, 8, 9, 10, 11]), new MetricsConfig()));

    [Fact]
    public void Days_of_which_more_than_a_fifth_are_weekend_days_are_365_a_year()
    {
        Assert.Equal(252, ReturnPeriods.PerYear(Curve([1, 2, 3, 4, 5]), new MetricsConfig()));
        Assert.Equal(365, ReturnPeriods.PerYear(Curve([2, 3, 4, 5]), new MetricsConfig()));
    }

    [Fact]
    public void Days_by_a_calendar_are_as_many_as_it_has_in_a_year() =>
        Assert.Equal(260, ReturnPeriods.PerYear(Curve([0, 1, 2, 3, 6]) with { TradingDaysPerYear = 260 }, new MetricsConfig()));

    [Fact]
    public void A_calendar_says_nothing_of_returns_that_are_not_daily() =>
        Assert.Equal(365.25 / 7, ReturnPeriods.PerYear(Curve([0, 7, 14]) with { TradingDaysPerYear = 252 }, new MetricsConfig()));

    [Fact]
    public void One_day_counts_as_daily() => Assert.Equal(252, ReturnPeriods.PerYear(Curve([0]), new MetricsConfig()));

    [Fact]
    public void What_is_configured_holds() =>
        Assert.Equal(100, ReturnPeriods.PerYear(Curve([0, 7, 14]) with { TradingDaysPerYear = 252 }, new MetricsConfig { PeriodsPerYear = 100 }));

    [Fact]
    public void Weekly_returns_are_scaled_by_weeks()
    {
        double[] closes = [100, 102, 101, 104, 103, 106, 105, 109, 108, 112, 110, 115, 113];
        DailyEquity[] days = [.. closes.Select((close, week) => new DailyEquity(Monday.AddDays(7 * week), week == 0 ? 10_000 : 1000 + (90 * close)))];
        PerformanceMetrics metrics = PerformanceMetrics.Of(Curve([]) with { Days = days, InitialCapital = 10_000 }, new MetricsConfig());

        Assert.Equal(2.9383, metrics.Sharpe!.Value, 4);
        Assert.Equal(0.15554, metrics.Volatility!.Value, 5);
    }

    private static EquityCurve Curve(int[] days) => new()
    {
        InitialCapital = 1,
        FinalEquity = 1,
        Start = Monday.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        End = Monday.AddYears(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        StartDay = Monday,
        Days = [.. days.Select(day => new DailyEquity(Monday.AddDays(day), 1))],
    };
}
