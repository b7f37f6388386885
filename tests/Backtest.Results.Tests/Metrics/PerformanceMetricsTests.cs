using System.Globalization;
using System.Text.Json;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class PerformanceMetricsTests
{
    private const double Tolerance = 1e-9;
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Theory]
    [InlineData("goog", 1)]
    [InlineData("smacross_readme_vs_goog", 2)]
    public void Figures_are_those_of_other_libraries(string series, int column)
    {
        PerformanceMetrics metrics = PerformanceMetrics.Of(Golden(column), new MetricsConfig());
        JsonElement expected = Expected(series);
        AssertNear(expected, "total_return", metrics.TotalReturn);
        AssertNear(expected, "cagr_calendar_365_25", metrics.Cagr);
        AssertNear(expected, "ann_vol_ddof1_252", metrics.Volatility);
        AssertNear(expected, "sharpe_rf0_ddof1_252", metrics.Sharpe);
        AssertNear(expected, "sortino_target0_allN_252", metrics.Sortino);
        AssertNear(expected, "max_drawdown", -metrics.MaxDrawdown);
        AssertNear(expected, "var95_historical_linear", -metrics.ValueAtRisk95);
        AssertNear(expected, "cvar95_mean_below_or_equal_hist", -metrics.ConditionalValueAtRisk95);
        AssertNear(expected, "skew_unbiased", metrics.Skewness);
        AssertNear(expected, "kurt_excess_unbiased", metrics.Kurtosis);
    }

    [Theory]
    [InlineData("goog", 1)]
    [InlineData("smacross_readme_vs_goog", 2)]
    public void Sharpe_takes_off_a_risk_free_return_that_compounds_to_the_yearly_rate(string series, int column)
    {
        PerformanceMetrics metrics = PerformanceMetrics.Of(Golden(column), new MetricsConfig { RiskFreeRate = 0.02 });
        AssertNear(Expected(series), "sharpe_rf2pct_geometric_daily_ddof1", metrics.Sharpe);
    }

    [Fact]
    public void An_equity_below_zero_counts_as_zero_all_is_lost_that_day_and_nothing_after()
    {
        EquityCurve ruined = Curve(PortfolioStatus.Ruined, 5000, -5000, -10_000, 200);

        Assert.Equal([-0.5, -1, 0, 0], ruined.Returns());
        PerformanceMetrics metrics = PerformanceMetrics.Of(ruined, new MetricsConfig());
        Assert.Equal((-1d, PortfolioStatus.Ruined), (metrics.Cagr, metrics.Status));
        Assert.Equal(-0.98, metrics.TotalReturn!.Value, Tolerance);
        Assert.NotNull(metrics.Sharpe);
    }

    [Fact]
    public void More_than_everything_lost_grows_by_minus_one_a_year() =>
        Assert.Equal(-1, PerformanceMetrics.Of(Curve(PortfolioStatus.Completed, 5000, -5000), new MetricsConfig()).Cagr);

    [Fact]
    public void Figures_of_four_days_are_those_computed_by_hand()
    {
        PerformanceMetrics metrics = Of(0.1, -0.2, 0.05, 0.25);
        Assert.Equal(0.155, metrics.TotalReturn!.Value, Tolerance);
        Assert.Equal(0.2, metrics.MaxDrawdown!.Value, Tolerance);
        Assert.Equal(Math.Sqrt(0.035 * 252), metrics.Volatility!.Value, Tolerance);
        Assert.Equal(0.05 / Math.Sqrt(0.035) * Math.Sqrt(252), metrics.Sharpe!.Value, Tolerance);
        Assert.Equal(0.05 / 0.1 * Math.Sqrt(252), metrics.Sortino!.Value, Tolerance);
        Assert.Equal(0.1625, metrics.ValueAtRisk95!.Value, Tolerance);
        Assert.Equal(0.2, metrics.ConditionalValueAtRisk95!.Value, Tolerance);
        Assert.Equal(Math.Pow(1.155, 365.25 / 4) - 1, metrics.Cagr!.Value, 1e-3);
        Assert.Equal(metrics.Cagr.Value / 0.2, metrics.Calmar!.Value, 1e-3);
    }

    [Fact]
    public void Drawdown_days_run_from_a_peak_to_its_recovery()
    {
        PerformanceMetrics metrics = Of(0.1, -0.2, 0.1, 0.25, 0.1);
        Assert.Equal(3, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void Drawdown_days_of_a_peak_not_recovered_run_to_the_last_day()
    {
        PerformanceMetrics metrics = Of(0.1, -0.2, 0.1, 0.01, 0.01);
        Assert.Equal(4, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void Drawdown_days_are_those_of_the_longest_drawdown_not_of_the_deepest()
    {
        PerformanceMetrics metrics = Of(-0.5, 1.0, -0.01, 0, 0, 0.5);
        Assert.Equal(0.5, metrics.MaxDrawdown!.Value, Tolerance);
        Assert.Equal(4, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void A_fall_from_the_initial_capital_is_a_drawdown()
    {
        PerformanceMetrics metrics = Of(-0.1);
        Assert.Equal(0.1, metrics.MaxDrawdown!.Value, Tolerance);
        Assert.Equal(1, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void Without_a_day_no_figure_of_returns_can_be_had()
    {
        PerformanceMetrics metrics = Of();
        Assert.Equal(1m, metrics.FinalEquity);
        Assert.Null(metrics.Cagr);
        Assert.Null(metrics.Volatility);
        Assert.Null(metrics.Sharpe);
        Assert.Null(metrics.Sortino);
        Assert.Null(metrics.Calmar);
        Assert.Null(metrics.MaxDrawdown);
        Assert.Null(metrics.MaxDrawdownDays);
        Assert.Null(metrics.ValueAtRisk95);
        Assert.Null(metrics.ConditionalValueAtRisk95);
        Assert.Null(metrics.Skewness);
        Assert.Null(metrics.Kurtosis);
        Assert.Null(metrics.Exposure);
        Assert.Null(metrics.Turnover);
        Assert.Null(metrics.WinRate);
        Assert.Null(metrics.ProfitFactor);
        Assert.Null(metrics.Expectancy);
        Assert.Null(metrics.AverageTrade);
    }

    [Fact]
    public void Returns_that_never_vary_have_no_ratio_to_their_deviation()
    {
        PerformanceMetrics metrics = Of(0.1, 0.1, 0.1, 0.1, 0.1);
        Assert.Equal(0, metrics.Volatility);
        Assert.Null(metrics.Sharpe);
        Assert.Null(metrics.Sortino);
        Assert.Null(metrics.Calmar);
        Assert.Null(metrics.Skewness);
        Assert.Null(metrics.Kurtosis);
        Assert.Equal(0, metrics.MaxDrawdown);
        Assert.Equal(0, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void A_tail_of_gains_is_no_loss()
    {
        PerformanceMetrics metrics = Of(0.01, 0.02, 0.03);
        Assert.Equal(0, metrics.ValueAtRisk95);
        Assert.Equal(0, metrics.ConditionalValueAtRisk95);
    }

    [Fact]
    public void What_gains_again_after_equity_below_zero_has_no_returns_but_a_total_and_a_drawdown()
    {
        PerformanceMetrics metrics = PerformanceMetrics.Of(CurveWith(100, 50, -20, 10, -30), new MetricsConfig());
        Assert.Equal(-1.3, metrics.TotalReturn!.Value, Tolerance);
        Assert.Equal(1.3, metrics.MaxDrawdown!.Value, Tolerance);
        Assert.Equal(-1, metrics.Cagr);
        Assert.Null(metrics.Volatility);
        Assert.Null(metrics.ValueAtRisk95);
    }

    private static PerformanceMetrics Of(params double[] returns) => PerformanceMetrics.Of(
        EquityCurve.FromReturns(Start, [.. returns.Select((value, i) => new DailyReturn(Start.AddDays(i + 1), value))]),
        new MetricsConfig());

    private static EquityCurve CurveWith(double capital, params double[] equity) => new()
    {
        InitialCapital = (decimal)capital,
        FinalEquity = (decimal)equity[^1],
        Start = Start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        End = Start.AddDays(equity.Length).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        StartDay = Start,
        Days = [.. equity.Select((value, i) => new DailyEquity(Start.AddDays(i), value))],
    };

    private static EquityCurve Golden(int column) => EquityCurve.FromReturns(
        new DateOnly(2004, 8, 19),
        [.. File.ReadLines(GoldenFiles.Locate("metrics", "returns.csv")).Skip(1).Select(line => Golden(line.Split(','), column))]);

    private static DailyReturn Golden(string[] cells, int column) => new(
        DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[column], CultureInfo.InvariantCulture));

    private static JsonElement Expected(string series)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("metrics", "expected.json")));
        return document.RootElement.GetProperty(series).GetProperty("plain").Clone();
    }

    private static void AssertNear(JsonElement expected, string key, double? actual)
    {
        Assert.NotNull(actual);
        double wanted = expected.GetProperty(key).GetDouble();
        Assert.True(Math.Abs(wanted - actual.Value) < Tolerance, $"{key}: expected {wanted:R}, found {actual.Value:R}");
    }

    private static EquityCurve Curve(PortfolioStatus status, params double[] equity) => new()
    {
        Status = status,
        InitialCapital = 10_000,
        FinalEquity = (decimal)equity[^1],
        Start = Start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        End = Start.AddDays(equity.Length).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        StartDay = Start,
        Days = [.. equity.Select((value, day) => new DailyEquity(Start.AddDays(day), value))],
    };
}
