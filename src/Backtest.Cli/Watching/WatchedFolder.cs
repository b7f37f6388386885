namespace Backtest.Cli.Watching;

/// <summary>A folder something may happen in that matters to a run.</summary>
/// <param name="Path">The folder.</param>
/// <param name="IsDeep">Whether what happens in the folders in it matters, too.</param>
internal readonly record struct WatchedFolder(string Path, bool IsDeep);
