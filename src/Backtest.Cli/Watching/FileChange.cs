namespace Backtest.Cli.Watching;

/// <summary>A change of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind"><c>changed</c>, <c>added</c> or <c>removed</c>.</param>
internal sealed record FileChange(string Path, string Kind);
