namespace Backtest.Data.Catalog;

/// <summary>What an import came to.</summary>
/// <param name="Series">The series it was about.</param>
/// <param name="SkippedRows">Rows left out because they are no bars, of the files read now.</param>
public sealed record ImportResult(IReadOnlyList<ImportedSeries> Series, long SkippedRows);
