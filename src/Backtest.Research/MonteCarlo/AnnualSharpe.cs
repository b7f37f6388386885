using Backtest.Results;

namespace Backtest.Research;

/// <summary>Scales Sharpe ratios of days to a year, in the same way as those of a run's metrics.</summary>
internal sealed class AnnualSharpe
{
    private readonly double _scale;
    private readonly double _riskFree;

    /// <param name="periodsPerYear">The number of returns per year.</param>
    /// <param name="riskFreeRate">The yearly risk-free rate.</param>
    public AnnualSharpe(double periodsPerYear, double riskFreeRate)
    {
        _scale = Math.Sqrt(periodsPerYear);
        _riskFree = riskFreeRate == 0 ? 0 : DeterministicMath.Pow(1 + riskFreeRate, 1 / periodsPerYear) - 1;
    }

    /// <summary>The ratio of the returns of a path, or null if they do not vary.</summary>
    public double? Of(ReadOnlySpan<double> path)
    {
        double[] returns = RunHistory.ReturnsOf(path);
        foreach (ref double value in returns.AsSpan())
            value -= _riskFree;
        return SharpeEstimate.Of(returns)?.Sharpe * _scale;
    }
}
