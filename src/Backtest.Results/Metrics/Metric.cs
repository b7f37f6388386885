namespace Backtest.Results;

/// <summary>A metric by its name: <c>sharpe</c>, <c>max_drawdown</c>.</summary>
public sealed class Metric
{
    private readonly Func<PerformanceMetrics, double?> _read;

    private Metric(
        string name, Func<PerformanceMetrics, double?> read, bool isMoreBetter = true, bool isScaled = false, MetricUnit unit = MetricUnit.Number)
    {
        Name = name;
        _read = read;
        IsMoreBetter = isMoreBetter;
        IsScaled = isScaled;
        Unit = unit;
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
    ];

    /// <summary>Its name, snake case.</summary>
    public string Name { get; }

    /// <summary>Whether more of it is better, as most would have it.</summary>
    public bool IsMoreBetter { get; }

    /// <summary>Whether it is that of a period times the root of the periods in a year.</summary>
    public bool IsScaled { get; }

    /// <summary>What it is counted in.</summary>
    public MetricUnit Unit { get; }

    /// <summary>The metric of a name, or null if there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Its value, or null where it cannot be had.</summary>
    public double? Of(PerformanceMetrics metrics) => _read(metrics);
}

/// <summary>What a metric is counted in.</summary>
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
