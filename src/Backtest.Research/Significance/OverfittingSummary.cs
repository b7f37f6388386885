namespace Backtest.Research;

/// <summary>The probability of backtest overfitting of the trials of a search.</summary>
/// <param name="Probability">The fraction of splits in which the best inside ranks at or below the median outside.</param>
/// <param name="Splits">The number of ways the time was halved.</param>
/// <param name="Blocks">The number of blocks the time was divided into.</param>
/// <param name="DegradationSlope">How much a higher Sharpe ratio inside adds outside.</param>
/// <param name="DegradationIntercept">The Sharpe ratio outside that corresponds to one of 0 inside.</param>
/// <param name="ProbabilityOfLoss">The fraction of splits in which the best inside loses outside.</param>
/// <param name="Logits">The logits of ranks outside, ascending, each with the number of splits it comes from.</param>
public sealed record OverfittingSummary(
    double Probability,
    int Splits,
    int Blocks,
    double? DegradationSlope,
    double? DegradationIntercept,
    double ProbabilityOfLoss,
    IReadOnlyList<LogitCount> Logits)
{
    internal static OverfittingSummary Of(BacktestOverfitting overfitting) => new(
        overfitting.Probability,
        overfitting.Splits,
        overfitting.Blocks,
        overfitting.DegradationSlope,
        overfitting.DegradationIntercept,
        overfitting.ProbabilityOfLoss,
        [.. overfitting.Logits.CountBy(logit => logit).OrderBy(logit => logit.Key).Select(logit => new LogitCount(logit.Key, logit.Value))]);
}
