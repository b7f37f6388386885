using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class BenchmarkMetricsTests
{
    private static readonly PerformanceMetrics Figures = PerformanceMetrics.Of(
        StatisticsFigures.Curve,
        new TradingActivity(),
        new MetricsConfig { PeriodsPerYear = 252 },
        new Benchmark("GOOG", StatisticsFigures.Benchmark, IsPrice: true));

    [Theory]
    [InlineData("benchmark_return", 7.034582419772805)]
    [InlineData("beta", 0.028738867581380143)]
    [InlineData("alpha", 0.2691699512312742)]
    [InlineData("alpha_arithmetic", 0.2384758727205476)]
    [InlineData("information_ratio_period", -0.00788351415378416)]
    [InlineData("r_squared", 0.0010937910769051404)]
    [InlineData("up_capture", 0.017761610871543137)]
    [InlineData("down_capture", 0.1729011984845293)]
    public void Figures_are_those_of_other_packages(string metric, double expected) =>
        Assert.Equal(expected, Metric.Find(metric)!.Of(Figures)!.Value, 1e-9);

    [Fact]
    public void The_information_ratio_is_annual_and_that_of_a_period_has_a_name_of_its_own()
    {
        Assert.Equal(2147, Figures.Benchmark!.ComparedReturns);
        Assert.Equal(Figures.Benchmark.InformationRatioPeriod!.Value * Math.Sqrt(252), Figures.Benchmark.InformationRatio!.Value, 1e-12);
    }

    [Fact]
    public void Both_are_compounded_over_days_that_one_of_them_lacks()
    {
        BenchmarkMetrics metrics = Of([110, 121, 133.1, 146.41], (0, 50), (1, 51), (3, 52), (4, 55));

        // Day 2 is missing, so the portfolio's 21% over both days is compared with 52 / 51 − 1.
        Assert.Equal(3, metrics.ComparedReturns);
        double[] own = [0.1, 0.21, 0.1];
        double[] other = [(51 / 50.0) - 1, (52 / 51.0) - 1, (55 / 52.0) - 1];
        double mean = own.Average();
        double otherMean = other.Average();
        double beta = own.Zip(other).Sum(pair => (pair.First - mean) * (pair.Second - otherMean)) / other.Sum(value => (value - otherMean) * (value - otherMean));
        Assert.Equal(beta, metrics.Beta!.Value, 1e-12);
        Assert.Equal(0.1, metrics.BenchmarkReturn!.Value, 1e-12);
    }

    [Fact]
    public void Alpha_is_of_returns_above_the_risk_free_one()
    {
        double[] equity = [101, 100.5, 103, 102];
        (int, double)[] other = [(0, 10), (1, 11), (2, 10.5), (3, 10.9), (4, 11.2)];

        double without = Of(equity, other).AlphaArithmetic!.Value;
        BenchmarkMetrics with = Of(equity, riskFree: 0.001, other);

        Assert.Equal(without - ((1 - with.Beta!.Value) * 0.001 * 252), with.AlphaArithmetic!.Value, 1e-9);
    }

    [Fact]
    public void Without_two_returns_in_common_there_are_no_figures_and_a_warning()
    {
        BenchmarkMetrics metrics = Of([110, 121], (0, 50), (9, 51));

        Assert.Null(metrics.Beta);
        Assert.Equal(0, metrics.ComparedReturns);
        RunWarning warning = Assert.Single(BenchmarkWarnings.Of(new Benchmark("X", [], IsPrice: true), Figures with { Benchmark = metrics }));
        Assert.Equal("benchmark_without_days", warning.Code);
    }

    [Fact]
    public void A_price_beside_dividends_is_a_warning_and_a_run_is_none()
    {
        PerformanceMetrics paid = Figures with { Dividends = 12 };

        Assert.Equal("benchmark_without_dividends", Assert.Single(BenchmarkWarnings.Of(new Benchmark("X", [], IsPrice: true), paid)).Code);
        Assert.Empty(BenchmarkWarnings.Of(new Benchmark("X", [], IsPrice: false), paid));
        Assert.Empty(BenchmarkWarnings.Of(new Benchmark("X", [], IsPrice: true), Figures));
        Assert.Empty(BenchmarkWarnings.Of(null, paid));
    }

    [Fact]
    public void Beside_itself_a_portfolio_has_a_beta_of_one()
    {
        BenchmarkMetrics metrics = Of([101, 99, 104], (0, 100), (1, 101), (2, 99), (3, 104));

        Assert.Equal(1, metrics.Beta!.Value, 1e-12);
        Assert.Equal(0, metrics.Alpha!.Value, 1e-12);
        Assert.Equal(1, metrics.RSquared!.Value, 1e-12);
        Assert.Equal(1, metrics.UpCapture!.Value, 1e-12);
        Assert.Null(metrics.InformationRatio);
    }

    private static BenchmarkMetrics Of(double[] equity, params (int Day, double Value)[] benchmark) => Of(equity, riskFree: 0, benchmark);

    private static BenchmarkMetrics Of(double[] equity, double riskFree, (int Day, double Value)[] benchmark)
    {
        var start = new DateOnly(2024, 1, 1);
        var curve = new EquityCurve
        {
            InitialCapital = 100,
            FinalEquity = (decimal)equity[^1],
            Start = start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            End = start.AddDays(equity.Length).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            StartDay = start,
            Days = [.. equity.Select((value, index) => new DailyEquity(start.AddDays(index + 1), value))],
        };
        return BenchmarkMetrics.Of(
            curve, new Benchmark("X", [.. benchmark.Select(day => new DailyEquity(start.AddDays(day.Day), day.Value))], IsPrice: false), riskFree, 252);
    }
}
