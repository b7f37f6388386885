namespace Backtest.Results;

/// <summary>A metric by its name: <c>sharpe</c>, <c>max_drawdown</c>.</summary>
public sealed class Metric
{
    private readonly Func<PerformanceMetrics, double?> _read;

    private Metric(string name, Func<PerformanceMetrics, double?> read, bool isMoreBetter = true, bool isScaled = false)
    {
        Name = name;
        _read = read;
        IsMoreBetter = isMoreBetter;
        IsScaled = isScaled;
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
    ];

    /// <summary>Its name, snake case.</summary>
    public string Name { get; }

    /// <summary>Whether more of it is better, as most would have it.</summary>
    public bool IsMoreBetter { get; }

    /// <summary>Whether it is that of a period times the root of the periods in a year.</summary>
    public bool IsScaled { get; }

    /// <summary>The metric of a name, or null if there is none.</summary>
    public static Metric? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>Its value, or null where it cannot be had.</summary>
    public double? Of(PerformanceMetrics metrics) => _read(metrics);
}
