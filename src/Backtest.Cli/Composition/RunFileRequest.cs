namespace Backtest.Cli.Composition;

/// <summary>What a command on a run file was given.</summary>
/// <param name="File">The run file.</param>
/// <param name="Overrides">Values to set in it, each as <c>path=value</c>.</param>
/// <param name="PluginFolders">Folders to look for plugins in, before all others.</param>
/// <param name="IsLocked">Whether plugins that no lock file names are refused.</param>
internal sealed record RunFileRequest(
    string File, IReadOnlyList<string> Overrides, IReadOnlyList<string> PluginFolders, bool IsLocked = false);
