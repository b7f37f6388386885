namespace Backtest.Cli.Watching;

/// <summary>A folder in which changes matter to a run.</summary>
/// <param name="Path">The folder.</param>
/// <param name="IsDeep">Whether changes in its subfolders matter, too.</param>
internal readonly record struct WatchedFolder(string Path, bool IsDeep);
