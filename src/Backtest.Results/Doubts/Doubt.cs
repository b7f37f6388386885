namespace Backtest.Results;

/// <summary>A reason not to believe a result as it stands.</summary>
/// <param name="Id">A stable word for scripts, such as <c>few_trades</c>.</param>
/// <param name="Title">What is doubtful, in a few words.</param>
/// <param name="Text">What was found, against which threshold, where the threshold is from, and what would settle it.</param>
/// <param name="Figure">The figure it rests on, as it is shown.</param>
/// <param name="ProfitAtRisk">How much of the profit hangs on it, in money; null where that cannot be said.</param>
public sealed record Doubt(string Id, string Title, string Text, string Figure, decimal? ProfitAtRisk = null);
