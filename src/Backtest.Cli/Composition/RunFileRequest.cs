namespace Backtest.Cli.Composition;

/// <summary>The command line of a command on a run file.</summary>
/// <param name="File">The run file.</param>
/// <param name="Overrides">Values to set in it, each as <c>path=value</c>.</param>
/// <param name="PluginFolders">Folders to search for plugins before all others.</param>
/// <param name="IsLocked">Whether to reject plugins that no lock file names.</param>
internal sealed record RunFileRequest(
    string File, IReadOnlyList<string> Overrides, IReadOnlyList<string> PluginFolders, bool IsLocked = false);
