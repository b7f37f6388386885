namespace Backtest.Results;

/// <summary>Computes metrics that depend only on returns, of any days, as if the days were consecutive.</summary>
public static class ReturnMetric
{
    /// <summary>The names of these metrics.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "total_return", "volatility", "sharpe", "sortino", "max_drawdown", "value_at_risk_95", "conditional_value_at_risk_95", "skewness", "kurtosis",
    ];

    /// <summary>Computes a metric of returns, equal to that in <see cref="PerformanceMetrics"/> for a curve with these returns.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="returns">Simple returns in order of time.</param>
    /// <param name="riskFreeRate">The yearly risk-free rate, as a fraction.</param>
    /// <param name="periodsPerYear">The number of returns per year.</param>
    /// <returns>The figure, or null if it cannot be computed.</returns>
    /// <exception cref="ArgumentException">The metric does not depend only on returns.</exception>
    public static double? Of(string name, ReadOnlySpan<double> returns, double riskFreeRate, double periodsPerYear)
    {
        if (name is "total_return")
            return TotalReturn(returns);
        if (name is "max_drawdown")
            return MaxDrawdown(returns);
        double scale = Math.Sqrt(periodsPerYear);
        double riskFree = riskFreeRate == 0 ? 0 : DeterministicMath.Pow(1 + riskFreeRate, 1 / periodsPerYear) - 1;
        var statistics = new ReturnStatistics(returns);
        return name switch
        {
            "volatility" => statistics.Deviation * scale,
            "sharpe" => Ratio(statistics.Mean - riskFree, statistics.Deviation) * scale,
            "sortino" => Ratio(statistics.Mean - riskFree, statistics.DownsideDeviation(riskFree)) * scale,
            "value_at_risk_95" => Loss(statistics.Tails(PerformanceMetrics.TailProbability)?.Low),
            "conditional_value_at_risk_95" => Loss(statistics.Tails(PerformanceMetrics.TailProbability)?.MeanBelow),
            "skewness" => statistics.Skewness,
            "kurtosis" => statistics.Kurtosis,
            _ => throw new ArgumentException($"'{name}' cannot be computed from returns.", nameof(name)),
        };
    }

    private static double? TotalReturn(ReadOnlySpan<double> returns)
    {
        double wealth = 1;
        foreach (double value in returns)
            wealth *= 1 + value;
        return Finite(wealth - 1);
    }

    private static double? MaxDrawdown(ReadOnlySpan<double> returns)
    {
        if (returns.Length == 0)
            return null;
        double wealth = 1;
        double peak = 1;
        double deepest = 0;
        foreach (double value in returns)
        {
            wealth *= 1 + value;
            peak = Math.Max(peak, wealth);
            deepest = Math.Max(deepest, (peak - wealth) / peak);
        }

        return Finite(deepest);
    }

    private static double? Ratio(double? value, double? over) => over > 0 ? Finite(value / over) : null;

    private static double? Loss(double? change) => change is { } value ? Math.Max(0, -value) : null;

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
