namespace Backtest.Data.Catalog;

/// <summary>The rows that are wanted of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="First">The first one's number, from 0.</param>
/// <param name="Rows">How many; at least 1.</param>
internal readonly record struct FileSpan(string Path, long First, long Rows);
