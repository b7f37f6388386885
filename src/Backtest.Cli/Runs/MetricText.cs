using System.Globalization;

namespace Backtest.Cli.Runs;

/// <summary>Figures of metrics as people read them.</summary>
internal static class MetricText
{
    private static readonly string[] Fractions =
    [
        "total_return", "cagr", "volatility", "max_drawdown", "value_at_risk_95", "conditional_value_at_risk_95", "exposure", "win_rate",
        "expectancy",
        "alpha", "alpha_arithmetic", "average_losing_day", "average_winning_day", "benchmark_return", "best_trade",
        "compounding_volatility", "daily_kelly", "downside_risk", "geometric_annual_return",
        "geometric_mean_trade", "kelly_fraction", "mean_drawdown", "probabilistic_sharpe", "worst_trade",
    ];

    private static readonly string[] Counts =
    [
        "trades", "orders", "fills", "max_drawdown_days", "longest_drawdown_bars", "longest_losing_streak", "longest_trade_days",
        "longest_winning_streak", "mean_drawdown_days", "mean_trade_days",
    ];

    private static readonly string[] Amounts =
    [
        "final_equity", "average_trade", "average_losing_trade", "average_winning_trade", "equity_peak", "commission", "slippage", "dividends",
    ];

    /// <summary>A figure, by the metric it is of.</summary>
    public static string Of(string metric, double? value) => value is not { } known ? "-" : WithoutNegativeZero(
        Fractions.Contains(metric) ? known.ToString("0.00%", CultureInfo.InvariantCulture)
        : Counts.Contains(metric) ? known.ToString("N0", CultureInfo.InvariantCulture)
        : Amounts.Contains(metric) ? known.ToString("N2", CultureInfo.InvariantCulture)
        : known.ToString("0.00", CultureInfo.InvariantCulture));

    private static string WithoutNegativeZero(string text) =>
        text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
}
