namespace Backtest.Cli.Composition;

/// <summary>What tells one run from another at a glance.</summary>
/// <param name="EventStreamHash">The hash of all its events.</param>
/// <param name="TotalReturn">Final equity over initial capital, less one; <see langword="null"/>: it cannot be had.</param>
/// <param name="Trades">Trades closed.</param>
internal sealed record RunFigures(string EventStreamHash, double? TotalReturn, int Trades);
