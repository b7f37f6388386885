namespace Backtest.Results;

/// <summary>A metric by its name: <c>sharpe</c>, <c>max_drawdown</c>.</summary>
public sealed class Metric
{
    private readonly Func<PerformanceMetrics, double?> _read;

    private Metric(string name, Func<PerformanceMetrics, double?> read, bool isMoreBetter = true, bool isScaled = false, bool isBesideBenchmark = false)
    {
        Name = name;
        _read = read;
        IsMoreBetter = isMoreBetter;
        IsScaled = isScaled;
        IsBesideBenchmark = isBesideBenchmark;
    }

    /// <summary>Every metric, in the order of <c>metrics.json</c>.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("final_equity", metrics => (double)metrics.FinalEquity),
        new("total_return", metrics => metrics.TotalReturn),
        new("cagr", metrics => metrics.Cagr),
        new("volatility", metrics => metrics.Volatility, isMoreBetter: false, isScaled: true),
        new("sharpe", metrics => metrics.Sharpe, isScaled: true),
        new("sortino", metrics => metrics.Sortino, isScaled: true),
        new("calmar", metrics => metrics.Calmar),
        new("max_drawdown", metrics => metrics.MaxDrawdown, isMoreBetter: false),
        new("max_drawdown_days", metrics => metrics.MaxDrawdownDays, isMoreBetter: false),
        new("value_at_risk_95", metrics => metrics.ValueAtRisk95, isMoreBetter: false),
        new("conditional_value_at_risk_95", metrics => metrics.ConditionalValueAtRisk95, isMoreBetter: false),
        new("skewness", metrics => metrics.Skewness),
        new("kurtosis", metrics => metrics.Kurtosis, isMoreBetter: false),
        new("exposure", metrics => metrics.Exposure),
        new("turnover", metrics => metrics.Turnover, isMoreBetter: false),
        new("orders", metrics => metrics.Orders),
        new("fills", metrics => metrics.Fills),
        new("trades", metrics => metrics.Trades),
        new("win_rate", metrics => metrics.WinRate),
        new("profit_factor", metrics => metrics.ProfitFactor),
        new("expectancy", metrics => metrics.Expectancy),
        new("average_trade", metrics => metrics.AverageTrade),
        new("commission", metrics => (double)metrics.Commission, isMoreBetter: false),
        new("slippage", metrics => (double)metrics.Slippage, isMoreBetter: false),
        new("dividends", metrics => (double)metrics.Dividends),
        new("average_losing_day", metrics => metrics.Daily?.AverageLosingDay),
        new("average_winning_day", metrics => metrics.Daily?.AverageWinningDay),
        new("compounding_volatility", metrics => metrics.Daily?.CompoundingVolatility, isMoreBetter: false),
        new("daily_kelly", metrics => metrics.Daily?.DailyKelly),
        new("daily_payoff", metrics => metrics.Daily?.DailyPayoff),
        new("downside_risk", metrics => metrics.Daily?.DownsideRisk, isMoreBetter: false),
        new("equity_peak", metrics => metrics.Daily?.EquityPeak),
        new("gain_to_pain", metrics => metrics.Daily?.GainToPain),
        new("geometric_annual_return", metrics => metrics.Daily?.GeometricAnnualReturn),
        new("longest_drawdown_bars", metrics => metrics.Daily?.LongestDrawdownBars, isMoreBetter: false),
        new("longest_losing_streak", metrics => metrics.Daily?.LongestLosingStreak, isMoreBetter: false),
        new("longest_winning_streak", metrics => metrics.Daily?.LongestWinningStreak),
        new("mean_drawdown", metrics => metrics.Daily?.MeanDrawdown, isMoreBetter: false),
        new("mean_drawdown_days", metrics => metrics.Daily?.MeanDrawdownDays, isMoreBetter: false),
        new("omega", metrics => metrics.Daily?.Omega),
        new("probabilistic_sharpe", metrics => metrics.Daily?.ProbabilisticSharpe),
        new("recovery_factor", metrics => metrics.Daily?.RecoveryFactor),
        new("stability", metrics => metrics.Daily?.Stability),
        new("tail_ratio", metrics => metrics.Daily?.TailRatio),
        new("ulcer_index", metrics => metrics.Daily?.UlcerIndex, isMoreBetter: false),
        new("average_losing_trade", metrics => metrics.Trading?.AverageLosingTrade),
        new("average_winning_trade", metrics => metrics.Trading?.AverageWinningTrade),
        new("best_trade", metrics => metrics.Trading?.BestTrade),
        new("geometric_mean_trade", metrics => metrics.Trading?.GeometricMeanTrade),
        new("kelly_fraction", metrics => metrics.Trading?.KellyFraction),
        new("longest_trade_days", metrics => metrics.Trading?.LongestTradeDays, isMoreBetter: false),
        new("mean_trade_days", metrics => metrics.Trading?.MeanTradeDays, isMoreBetter: false),
        new("system_quality_number", metrics => metrics.Trading?.SystemQualityNumber),
        new("worst_trade", metrics => metrics.Trading?.WorstTrade),
        new("alpha", metrics => metrics.Benchmark?.Alpha, isBesideBenchmark: true),
        new("alpha_arithmetic", metrics => metrics.Benchmark?.AlphaArithmetic, isBesideBenchmark: true),
        new("benchmark_return", metrics => metrics.Benchmark?.BenchmarkReturn, isBesideBenchmark: true),
        new("beta", metrics => metrics.Benchmark?.Beta, isMoreBetter: false, isBesideBenchmark: true),
        new("down_capture", metrics => metrics.Benchmark?.DownCapture, isMoreBetter: false, isBesideBenchmark: true),
        new("information_ratio", metrics => metrics.Benchmark?.InformationRatio, isBesideBenchmark: true),
        new("information_ratio_period", metrics => metrics.Benchmark?.InformationRatioPeriod, isBesideBenchmark: true),
        new("r_squared", metrics => metrics.Benchmark?.RSquared, isMoreBetter: false, isBesideBenchmark: true),
        new("up_capture", metrics => metrics.Benchmark?.UpCapture, isBesideBenchmark: true),
    ];

    /// <summary>Its name, snake case.</summary>
    public string Name { get; }

    /// <summary>Whether more of it is better, as most would have it.</summary>
    public bool IsMoreBetter { get; }

    /// <summary>Whether it is that of a period times the root of the periods in a year.</summary>
    public bool IsScaled { get; }

    /// <summary>Whether there is one only beside a benchmark.</summary>
    public bool IsBesideBenchmark { get; }

    /// <summary>The metric of a name, or null if there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Its value, or null where it cannot be had.</summary>
    public double? Of(PerformanceMetrics metrics) => _read(metrics);
}
