namespace Backtest.Data.Checking;

/// <summary>What a check of bars found.</summary>
/// <param name="Series">The bars looked at.</param>
/// <param name="Findings">What is wrong with them, by symbol, then by time.</param>
public sealed record DataReport(IReadOnlyList<CheckedSeries> Series, IReadOnlyList<DataFinding> Findings);
