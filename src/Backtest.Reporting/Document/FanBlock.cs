namespace Backtest.Reporting;

/// <summary>How a figure is spread along the way: bands around a median, and the line of the run.</summary>
/// <param name="Of">What the steps are: <c>Day</c>, <c>Trade</c>.</param>
/// <param name="Labels">The steps, in order.</param>
/// <param name="Run">The run's own line.</param>
/// <param name="Quantiles">The 5%, 25%, 50%, 75% and 95% quantile at each step.</param>
/// <param name="Format">How heights are written.</param>
internal sealed record FanBlock(string Of, TextColumn Labels, NumberColumn Run, IReadOnlyList<NumberColumn> Quantiles, Format Format) : Block;
