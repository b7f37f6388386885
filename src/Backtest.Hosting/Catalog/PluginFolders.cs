namespace Backtest.Hosting;

/// <summary>The locations searched for plugins. If a package is in two locations, the first takes precedence.</summary>
/// <param name="Folders">The locations, in order of precedence.</param>
public sealed record PluginFolders(IReadOnlyList<PluginFolder> Folders)
{
    /// <summary>The environment variable that names the user's folder.</summary>
    public const string HomeVariable = "BACKTEST_HOME";

    private const string ProjectFolder = "plugins.d";
    private const string LockFile = "plugins.lock.json";

    /// <summary>The default locations in their default order.</summary>
    /// <param name="commandLine">Folders given on the command line, relative to the working directory.</param>
    /// <param name="runFile">The run file; <see langword="null"/> if there is none.</param>
    /// <param name="runFileFolders">Folders that the run file names, relative to it.</param>
    /// <param name="toolDirectory">The folder of the running tool.</param>
    /// <param name="project">Without a run file, the folder whose <c>plugins.d</c> is searched; <see langword="null"/> for none.</param>
    public static PluginFolders Usual(
        IEnumerable<string> commandLine,
        string? runFile,
        IEnumerable<string> runFileFolders,
        string toolDirectory,
        string? project = null)
    {
        List<PluginFolder> folders =
            [.. commandLine.Select(path => new PluginFolder(FullPath(path), "--plugins", MustExist: true))];
        if (runFile is not null)
        {
            string runFileDirectory = Path.GetDirectoryName(Path.GetFullPath(runFile)) ?? "";
            folders.AddRange(runFileFolders.Select(path =>
                new PluginFolder(FullPath(path, runFileDirectory), "plugins of the run file", MustExist: true)));
            folders.Add(OfProject(runFileDirectory) with { Origin = "plugins.d beside the run file" });
        }
        else if (project is not null)
        {
            folders.Add(OfProject(project));
        }

        folders.Add(OfUser());
        string bundled = Path.Combine(toolDirectory, "plugins");
        folders.Add(new PluginFolder(bundled, "bundled with the tool", MustExist: false) { IsBundled = true });
        return new PluginFolders(folders);
    }

    /// <summary>A project's location: <c>plugins.d</c> in its folder, with the lock file next to it.</summary>
    /// <param name="directory">The project's folder, which contains its run files.</param>
    public static PluginFolder OfProject(string directory) =>
        Locked(Path.Combine(Path.GetFullPath(directory), ProjectFolder), ProjectFolder);

    /// <summary>The user's location, with the lock file next to it.</summary>
    public static PluginFolder OfUser()
    {
        string? home = Environment.GetEnvironmentVariable(HomeVariable);
        string folder = string.IsNullOrEmpty(home)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".backtest")
            : Path.GetFullPath(home);
        return Locked(Path.Combine(folder, "plugins"), "the user's folder");
    }

    /// <summary>All existing lock files, and all files of all packages in the locations that exist and can be read.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. Folders.Select(place => place.LockFile).OfType<string>().Where(File.Exists),
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
            // It was removed in the meantime, or cannot be read; a scan reports that.
            return [];
        }
    }

    // A folder must have one path, because a lock file is found by the path of the folder it binds.
    private static string FullPath(string path, string from = "") =>
        Path.TrimEndingDirectorySeparator(from.Length == 0 ? Path.GetFullPath(path) : Path.GetFullPath(path, from));

    private static PluginFolder Locked(string folder, string origin) => new(folder, origin, MustExist: false)
    {
        LockFile = Path.Combine(Path.GetDirectoryName(folder)!, LockFile),
    };
}
