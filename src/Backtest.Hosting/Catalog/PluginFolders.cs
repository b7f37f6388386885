namespace Backtest.Hosting;

/// <summary>The places plugins are looked for in. Of one package in two places, the first wins.</summary>
/// <param name="Folders">The places, first to last.</param>
public sealed record PluginFolders(IReadOnlyList<PluginFolder> Folders)
{
    /// <summary>The environment variable that names the user's folder.</summary>
    public const string HomeVariable = "BACKTEST_HOME";

    /// <summary>The usual places in the usual order.</summary>
    /// <param name="commandLine">Folders given on the command line, relative to the working directory.</param>
    /// <param name="runFile">The run file; <see langword="null"/>: none.</param>
    /// <param name="runFileFolders">Folders the run file names, relative to it.</param>
    /// <param name="toolDirectory">The folder of the running tool.</param>
    public static PluginFolders Usual(
        IEnumerable<string> commandLine, string? runFile, IEnumerable<string> runFileFolders, string toolDirectory)
    {
        string runFileDirectory = runFile is null ? "" : Path.GetDirectoryName(Path.GetFullPath(runFile)) ?? "";
        List<PluginFolder> folders =
            [.. commandLine.Select(path => new PluginFolder(Path.GetFullPath(path), "--plugins", MustExist: true))];
        if (runFile is not null)
        {
            folders.AddRange(runFileFolders.Select(path =>
                new PluginFolder(Path.GetFullPath(path, runFileDirectory), "plugins of the run file", MustExist: true)));
            folders.Add(new PluginFolder(Path.Combine(runFileDirectory, "plugins.d"), "plugins.d beside the run file", MustExist: false));
        }

        folders.Add(new PluginFolder(UserFolder(), "the user's folder", MustExist: false));
        folders.Add(new PluginFolder(Path.Combine(toolDirectory, "plugins"), "bundled with the tool", MustExist: false));
        return new PluginFolders(folders);
    }

    /// <summary>All files of all packages in the places that are there and can be read: what a change of is a change of plugins.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. Folders.Where(place => Directory.Exists(place.Path)).SelectMany(place => OrNone(place.PackageDirectories))
            .SelectMany(directory => OrNone(() => PackageContent.Files(directory)).Select(file => Path.Combine(directory, file))),
    ];

    private static IReadOnlyList<string> OrNone(Func<IReadOnlyList<string>> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It went away meanwhile, or may not be read: a scan tells of that.
            return [];
        }
    }

    private static string UserFolder()
    {
        string? home = Environment.GetEnvironmentVariable(HomeVariable);
        return string.IsNullOrEmpty(home)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".backtest", "plugins")
            : Path.Combine(Path.GetFullPath(home), "plugins");
    }
}
