namespace Backtest.Data.Checking;

/// <summary>The result of a check of bars.</summary>
/// <param name="Series">The series checked.</param>
/// <param name="Findings">What is wrong with them, by symbol, then by time.</param>
public sealed record DataReport(IReadOnlyList<CheckedSeries> Series, IReadOnlyList<DataFinding> Findings);
