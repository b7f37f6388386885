namespace Backtest.Data.Catalog;

/// <summary>The progress of an import.</summary>
/// <param name="Name">The current series, or the current files of several series.</param>
/// <param name="Bars">The number of bars read so far.</param>
/// <param name="Done">The number of series, or of sets of files with several, that are done.</param>
/// <param name="Total">The total number of these.</param>
public readonly record struct ImportProgress(string Name, long Bars, int Done, int Total);
