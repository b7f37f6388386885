namespace Backtest.Data.Catalog;

/// <summary>The requested rows of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="First">The number of the first row, from 0.</param>
/// <param name="Rows">The number of rows; at least 1.</param>
internal readonly record struct FileSpan(string Path, long First, long Rows);
