namespace Backtest.Results;

/// <summary>A metric by its name: <c>sharpe</c>, <c>max_drawdown</c>.</summary>
public sealed class Metric
{
    private readonly Func<PerformanceMetrics, double?> _read;

    private Metric(
        string name, Func<PerformanceMetrics, double?> read, bool isMoreBetter = true, bool isScaled = false, bool isBesideBenchmark = false,
        MetricUnit unit = MetricUnit.Number)
    {
        Name = name;
        _read = read;
        IsMoreBetter = isMoreBetter;
        IsScaled = isScaled;
        Unit = unit;
        IsBesideBenchmark = isBesideBenchmark;
    }

    /// <summary>Every metric, in the order of <c>metrics.json</c>.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("final_equity", metrics => (double)metrics.FinalEquity, unit: MetricUnit.Money),
        new("total_return", metrics => metrics.TotalReturn, unit: MetricUnit.Fraction),
        new("cagr", metrics => metrics.Cagr, unit: MetricUnit.Fraction),
        new("volatility", metrics => metrics.Volatility, isMoreBetter: false, isScaled: true, unit: MetricUnit.Fraction),
        new("sharpe", metrics => metrics.Sharpe, isScaled: true),
        new("sortino", metrics => metrics.Sortino, isScaled: true),
        new("calmar", metrics => metrics.Calmar),
        new("max_drawdown", metrics => metrics.MaxDrawdown, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("max_drawdown_days", metrics => metrics.MaxDrawdownDays, isMoreBetter: false, unit: MetricUnit.Count),
        new("value_at_risk_95", metrics => metrics.ValueAtRisk95, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("conditional_value_at_risk_95", metrics => metrics.ConditionalValueAtRisk95, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("skewness", metrics => metrics.Skewness),
        new("kurtosis", metrics => metrics.Kurtosis, isMoreBetter: false),
        new("exposure", metrics => metrics.Exposure, unit: MetricUnit.Fraction),
        new("turnover", metrics => metrics.Turnover, isMoreBetter: false),
        new("orders", metrics => metrics.Orders, unit: MetricUnit.Count),
        new("fills", metrics => metrics.Fills, unit: MetricUnit.Count),
        new("trades", metrics => metrics.Trades, unit: MetricUnit.Count),
        new("win_rate", metrics => metrics.WinRate, unit: MetricUnit.Fraction),
        new("profit_factor", metrics => metrics.ProfitFactor),
        new("expectancy", metrics => metrics.Expectancy, unit: MetricUnit.Fraction),
        new("average_trade", metrics => metrics.AverageTrade, unit: MetricUnit.Money),
        new("commission", metrics => (double)metrics.Commission, isMoreBetter: false, unit: MetricUnit.Money),
        new("slippage", metrics => (double)metrics.Slippage, isMoreBetter: false, unit: MetricUnit.Money),
        new("dividends", metrics => (double)metrics.Dividends, unit: MetricUnit.Money),
        new("borrow_cost", metrics => (double)metrics.BorrowCost, isMoreBetter: false, unit: MetricUnit.Money),
        new("margin_interest", metrics => (double)metrics.MarginInterest, isMoreBetter: false, unit: MetricUnit.Money),
        new("cash_interest", metrics => (double)metrics.CashInterest, unit: MetricUnit.Money),
        new("average_losing_day", metrics => metrics.Daily?.AverageLosingDay, unit: MetricUnit.Fraction),
        new("average_winning_day", metrics => metrics.Daily?.AverageWinningDay, unit: MetricUnit.Fraction),
        new("compounding_volatility", metrics => metrics.Daily?.CompoundingVolatility, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("daily_kelly", metrics => metrics.Daily?.DailyKelly, unit: MetricUnit.Fraction),
        new("daily_payoff", metrics => metrics.Daily?.DailyPayoff),
        new("downside_risk", metrics => metrics.Daily?.DownsideRisk, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("equity_peak", metrics => metrics.Daily?.EquityPeak, unit: MetricUnit.Money),
        new("gain_to_pain", metrics => metrics.Daily?.GainToPain),
        new("geometric_annual_return", metrics => metrics.Daily?.GeometricAnnualReturn, unit: MetricUnit.Fraction),
        new("longest_drawdown_bars", metrics => metrics.Daily?.LongestDrawdownBars, isMoreBetter: false, unit: MetricUnit.Count),
        new("longest_losing_streak", metrics => metrics.Daily?.LongestLosingStreak, isMoreBetter: false, unit: MetricUnit.Count),
        new("longest_winning_streak", metrics => metrics.Daily?.LongestWinningStreak, unit: MetricUnit.Count),
        new("mean_drawdown", metrics => metrics.Daily?.MeanDrawdown, isMoreBetter: false, unit: MetricUnit.Fraction),
        new("mean_drawdown_days", metrics => metrics.Daily?.MeanDrawdownDays, isMoreBetter: false, unit: MetricUnit.Count),
        new("omega", metrics => metrics.Daily?.Omega),
        new("probabilistic_sharpe", metrics => metrics.Daily?.ProbabilisticSharpe, unit: MetricUnit.Fraction),
        new("recovery_factor", metrics => metrics.Daily?.RecoveryFactor),
        new("stability", metrics => metrics.Daily?.Stability),
        new("tail_ratio", metrics => metrics.Daily?.TailRatio),
        new("ulcer_index", metrics => metrics.Daily?.UlcerIndex, isMoreBetter: false),
        new("average_losing_trade", metrics => metrics.Trading?.AverageLosingTrade, unit: MetricUnit.Money),
        new("average_winning_trade", metrics => metrics.Trading?.AverageWinningTrade, unit: MetricUnit.Money),
        new("best_trade", metrics => metrics.Trading?.BestTrade, unit: MetricUnit.Fraction),
        new("geometric_mean_trade", metrics => metrics.Trading?.GeometricMeanTrade, unit: MetricUnit.Fraction),
        new("kelly_fraction", metrics => metrics.Trading?.KellyFraction, unit: MetricUnit.Fraction),
        new("longest_trade_days", metrics => metrics.Trading?.LongestTradeDays, isMoreBetter: false, unit: MetricUnit.Count),
        new("mean_trade_days", metrics => metrics.Trading?.MeanTradeDays, isMoreBetter: false, unit: MetricUnit.Count),
        new("system_quality_number", metrics => metrics.Trading?.SystemQualityNumber),
        new("worst_trade", metrics => metrics.Trading?.WorstTrade, unit: MetricUnit.Fraction),
        new("alpha", metrics => metrics.Benchmark?.Alpha, isBesideBenchmark: true, unit: MetricUnit.Fraction),
        new("alpha_arithmetic", metrics => metrics.Benchmark?.AlphaArithmetic, isBesideBenchmark: true, unit: MetricUnit.Fraction),
        new("benchmark_return", metrics => metrics.Benchmark?.BenchmarkReturn, isBesideBenchmark: true, unit: MetricUnit.Fraction),
        new("beta", metrics => metrics.Benchmark?.Beta, isMoreBetter: false, isBesideBenchmark: true),
        new("down_capture", metrics => metrics.Benchmark?.DownCapture, isMoreBetter: false, isBesideBenchmark: true),
        new("information_ratio", metrics => metrics.Benchmark?.InformationRatio, isBesideBenchmark: true),
        new("information_ratio_period", metrics => metrics.Benchmark?.InformationRatioPeriod, isBesideBenchmark: true),
        new("r_squared", metrics => metrics.Benchmark?.RSquared, isMoreBetter: false, isBesideBenchmark: true),
        new("up_capture", metrics => metrics.Benchmark?.UpCapture, isBesideBenchmark: true),
    ];

    /// <summary>Its name in snake case.</summary>
    public string Name { get; }

    /// <summary>Whether higher values are usually better.</summary>
    public bool IsMoreBetter { get; }

    /// <summary>Whether it is a figure per period times the square root of the periods per year.</summary>
    public bool IsScaled { get; }

    /// <summary>Its unit.</summary>
    public MetricUnit Unit { get; }

    /// <summary>Whether it exists only with a benchmark.</summary>
    public bool IsBesideBenchmark { get; }

    /// <summary>The metric with a name, or null if there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Its value, or null if it cannot be computed.</summary>
    public double? Of(PerformanceMetrics metrics) => _read(metrics);
}

/// <summary>The unit of a metric.</summary>
public enum MetricUnit
{
    /// <summary>A number without a unit: a ratio.</summary>
    Number,

    /// <summary>A fraction: 0.1 is ten percent.</summary>
    Fraction,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Money in the run's currency.</summary>
    Money,
}
