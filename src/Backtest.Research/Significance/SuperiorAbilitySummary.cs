namespace Backtest.Research;

/// <summary>Whether the best of the trials of a search beats a benchmark.</summary>
/// <param name="Against">The benchmark: <c>risk_free_rate</c>, or its name in the run file.</param>
/// <param name="BlockLength">The mean length of the resampled blocks, in periods: the mean of the lengths that suit each trial.</param>
/// <param name="Resamples">The number of resamples.</param>
/// <param name="RealityCheck">The p-value of the reality check.</param>
/// <param name="Lower">The lower bound of the p-value of superior predictive ability.</param>
/// <param name="Consistent">The consistent p-value, which is the one to use.</param>
/// <param name="Upper">The upper bound of the p-value.</param>
public sealed record SuperiorAbilitySummary(
    string Against, double BlockLength, int Resamples, double RealityCheck, double Lower, double Consistent, double Upper)
{
    /// <summary>The name of the benchmark if the run file names none.</summary>
    public const string RiskFreeRate = "risk_free_rate";
}
