namespace Backtest.Research;

/// <summary>Whether the best of the trials of a search beats a benchmark.</summary>
/// <param name="Against">The benchmark: <c>risk_free_rate</c>, or the name the run file gives it.</param>
/// <param name="BlockLength">The mean length of the blocks that were resampled, in periods: the mean of what suits each trial.</param>
/// <param name="Resamples">How many resamples were drawn.</param>
/// <param name="RealityCheck">The p-value of the reality check.</param>
/// <param name="Lower">The lower bound of the p-value of superior predictive ability.</param>
/// <param name="Consistent">The p-value to go by.</param>
/// <param name="Upper">The upper bound.</param>
public sealed record SuperiorAbilitySummary(
    string Against, double BlockLength, int Resamples, double RealityCheck, double Lower, double Consistent, double Upper)
{
    /// <summary>The name of the benchmark where the run file names none.</summary>
    public const string RiskFreeRate = "risk_free_rate";
}
