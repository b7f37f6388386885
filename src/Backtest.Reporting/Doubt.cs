namespace Backtest.Reporting;

/// <summary>A reason not to believe a run.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Title">It in a few words.</param>
/// <param name="Text">It in full: what was found, and why it matters.</param>
/// <param name="Figure">The figure behind it, as it is written, or null without one.</param>
/// <param name="ProfitAtRisk">The profit that may not be real, in money, or null if it cannot be said.</param>
public sealed record Doubt(string Id, string Title, string Text, string? Figure = null, decimal? ProfitAtRisk = null);
