namespace Backtest.Results;

/// <summary>A reason to doubt a result.</summary>
/// <param name="Id">A stable word for scripts, such as <c>few_trades</c>.</param>
/// <param name="Title">What is doubtful, in a few words.</param>
/// <param name="Text">What was found, against which threshold, the source of the threshold, and what would settle the doubt.</param>
/// <param name="Figure">The figure it is based on, formatted.</param>
/// <param name="ProfitAtRisk">How much of the profit depends on it, in money, or null if unknown.</param>
public sealed record Doubt(string Id, string Title, string Text, string Figure, decimal? ProfitAtRisk = null);
