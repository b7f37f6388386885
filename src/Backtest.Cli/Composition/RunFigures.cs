namespace Backtest.Cli.Composition;

/// <summary>Key figures that distinguish runs.</summary>
/// <param name="EventStreamHash">The hash of all its events.</param>
/// <param name="TotalReturn">Final equity divided by initial capital, minus one, or <see langword="null"/> if not available.</param>
/// <param name="Trades">The number of closed trades.</param>
internal sealed record RunFigures(string EventStreamHash, double? TotalReturn, int Trades);
