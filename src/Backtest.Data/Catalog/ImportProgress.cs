namespace Backtest.Data.Catalog;

/// <summary>How far an import is.</summary>
/// <param name="Name">The series, or the files of several, at hand.</param>
/// <param name="Bars">How many bars were read so far.</param>
/// <param name="Done">How many series, or sets of files with several, are done.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct ImportProgress(string Name, long Bars, int Done, int Total);
