namespace Backtest.Data.Catalog;

/// <summary>The result of an import.</summary>
/// <param name="Series">The imported series.</param>
/// <param name="SkippedRows">The number of invalid rows left out of the files read by this import.</param>
public sealed record ImportResult(IReadOnlyList<ImportedSeries> Series, long SkippedRows);
