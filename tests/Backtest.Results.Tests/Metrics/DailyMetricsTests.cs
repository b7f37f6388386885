using System.Globalization;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class DailyMetricsTests
{
    private static readonly PerformanceMetrics Figures =
        PerformanceMetrics.Of(StatisticsFigures.Curve, StatisticsFigures.Activity(), new MetricsConfig { PeriodsPerYear = 252 });

    [Theory]
    [InlineData("average_winning_day", 0.013786240675949904)]
    [InlineData("average_losing_day", -0.012548563893678442)]
    [InlineData("daily_payoff", 1.0986309503428486)]
    [InlineData("daily_kelly", 0.07330315429667003)]
    [InlineData("mean_drawdown", 0.06160722831468624)]
    [InlineData("mean_drawdown_days", 50)]
    [InlineData("geometric_annual_return", 0.2247753590368884)]
    [InlineData("compounding_volatility", 0.3741641461272365)]
    [InlineData("omega", 1.1660049552105605)]
    [InlineData("gain_to_pain", 0.16600495521056044)]
    [InlineData("tail_ratio", 1.0718167905303928)]
    [InlineData("longest_winning_streak", 9)]
    [InlineData("longest_losing_streak", 10)]
    [InlineData("ulcer_index", 0.1470312535581268)]
    [InlineData("recovery_factor", 6.206717796781955)]
    [InlineData("downside_risk", 0.19629539973978286)]
    [InlineData("stability", 0.8890861597398935)]
    [InlineData("equity_peak", 56309.05934)]
    [InlineData("best_trade", 0.56918681084536324)]
    [InlineData("worst_trade", -0.16829431932773094)]
    [InlineData("geometric_mean_trade", 0.017581397952719596)]
    [InlineData("longest_trade_days", 121)]
    [InlineData("mean_trade_days", 32)]
    [InlineData("system_quality_number", 1.5843922090024816)]
    [InlineData("kelly_fraction", 0.20928817404808409)]
    public void Figures_are_those_of_other_packages(string metric, double expected) =>
        Assert.Equal(expected, Metric.Find(metric)!.Of(Figures)!.Value, 1e-9);

    [Fact]
    public void The_probabilistic_ratio_takes_raw_kurtosis_where_another_package_takes_the_excess()
    {
        SharpeEstimate estimate = SharpeEstimate.Of(StatisticsFigures.Curve.Returns())!.Value;

        Assert.Equal(estimate.Probability(0), Figures.Daily!.ProbabilisticSharpe);
        Assert.Equal(0.992805827905126, Figures.Daily.ProbabilisticSharpe!.Value, 1e-4);
    }

    [Theory] // the reference gives the first and the last day below the peak, and we give the days at the peak
    [InlineData(0, "2006-02-16", "2006-05-09", "2007-10-04", 0.33931591829055)]
    [InlineData(1, "2010-11-09", "2011-12-08", "2013-02-14", 0.33562030180330)]
    [InlineData(2, "2004-11-23", "2005-02-03", "2005-05-20", 0.29518506748447)]
    [InlineData(3, "2007-11-07", "2007-12-17", "2008-02-25", 0.26477817275440)]
    [InlineData(4, "2009-01-09", "2009-07-16", "2009-11-06", 0.24472895247287)]
    public void The_five_deepest_drawdowns_are_those_of_another_package(int place, string firstBelow, string valley, string lastBelow, double depth)
    {
        DateOnly[] days = [StatisticsFigures.Curve.StartDay, .. StatisticsFigures.Curve.Days.Select(day => day.Day)];
        Drawdown drawdown = Figures.Daily!.Drawdowns[place];

        Assert.Equal(Day(valley), drawdown.Valley);
        Assert.Equal(Day(firstBelow), days[Array.IndexOf(days, drawdown.Peak) + 1]);
        Assert.Equal(Day(lastBelow), days[Array.IndexOf(days, drawdown.Recovery!.Value) - 1]);
        Assert.Equal(depth, drawdown.Depth, 1e-12);
        Assert.Equal(5, Figures.Daily.Drawdowns.Count);
    }

    [Fact]
    public void A_drawdown_that_is_open_has_no_recovery_and_counts()
    {
        DailyMetrics daily = Of(110, 99, 88).Daily!;

        Assert.Equal(new Drawdown(new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 4), null, 0.2), Assert.Single(daily.Drawdowns) with { Depth = 0.2 });
        Assert.Equal((2, 2), (daily.LongestDrawdownBars, daily.MeanDrawdownDays));
        Assert.Equal(0.2, daily.MeanDrawdown!.Value, 1e-12);
    }

    [Fact]
    public void Days_without_a_loss_have_no_ratio_over_losses()
    {
        DailyMetrics daily = Of(110, 120, 130).Daily!;

        Assert.Null(daily.Omega);
        Assert.Null(daily.GainToPain);
        Assert.Null(daily.DailyPayoff);
        Assert.Null(daily.RecoveryFactor);
        Assert.Equal((0d, 0), (daily.MeanDrawdown, daily.MeanDrawdownDays));
    }

    [Fact]
    public void A_day_without_a_return_ends_a_streak()
    {
        DailyMetrics daily = Of(110, 120, 120, 130).Daily!;

        Assert.Equal((2, 0), (daily.LongestWinningStreak, daily.LongestLosingStreak));
    }

    [Fact]
    public void Nothing_that_is_left_has_no_logarithm()
    {
        Assert.Null(Of(110, 0, 0).Daily!.Stability);
        Assert.Equal(-1, Of(110, 0, 0).Daily!.GeometricAnnualReturn);
    }

    [Fact]
    public void Without_days_or_trades_figures_are_null()
    {
        PerformanceMetrics metrics = Of();

        foreach (string name in new[] { "omega", "stability", "ulcer_index", "best_trade", "system_quality_number", "mean_trade_days" })
            Assert.Null(Metric.Find(name)!.Of(metrics));
        Assert.Equal(100, metrics.Daily!.EquityPeak);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static PerformanceMetrics Of(params double[] equity) => PerformanceMetrics.Of(
        new EquityCurve
        {
            InitialCapital = 100,
            FinalEquity = equity.Length > 0 ? (decimal)equity[^1] : 100,
            Start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            End = new DateTime(2024, 1, 1 + equity.Length, 0, 0, 0, DateTimeKind.Utc),
            StartDay = new DateOnly(2024, 1, 1),
            Days = [.. equity.Select((value, index) => new DailyEquity(new DateOnly(2024, 1, 2).AddDays(index), value))],
        },
        new MetricsConfig());
}
