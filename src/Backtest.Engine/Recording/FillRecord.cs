namespace Backtest.Engine;

/// <summary>A fill.</summary>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Fill">The fill.</param>
/// <param name="Turn">The turn it filled in, from 0.</param>
public readonly record struct FillRecord(long Sequence, FillEvent Fill, long Turn);
