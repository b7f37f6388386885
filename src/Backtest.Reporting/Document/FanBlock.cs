namespace Backtest.Reporting;

/// <summary>The distribution of a figure over steps: bands around a median, and the line of the run.</summary>
/// <param name="Of">The kind of steps: <c>Day</c>, <c>Trade</c>.</param>
/// <param name="Labels">The steps, in order.</param>
/// <param name="Run">The run's own line.</param>
/// <param name="Quantiles">The 5%, 25%, 50%, 75% and 95% quantiles at each step.</param>
/// <param name="Format">The format of heights.</param>
internal sealed record FanBlock(string Of, TextColumn Labels, NumberColumn Run, IReadOnlyList<NumberColumn> Quantiles, Format Format) : Block;
