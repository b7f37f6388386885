namespace Backtest.Hosting;

/// <summary>Errors of a lock file, or of content it binds, with fixes their user can apply.</summary>
internal static class LockErrors
{
    private const string BadLock = "plugin_lock";

    public static InputError Unreadable(string path, string reason) => new(BadLock, $"the file cannot be read: {reason}")
    {
        Position = new SourcePosition(path),
        Fix = "Close what holds it open, or mend its permissions.",
    };

    public static InputError Broken(string path, int line, string message) => new(BadLock, message)
    {
        Position = new SourcePosition(path, line),
        Fix = "Take the file back from version control; or move it away with the packages' folders and install them again.",
    };

    public static InputError Newer(string path, int line, int version) =>
        new(BadLock, $"the file has format version {version}; this tool knows {LockFormat.Version}")
        {
            Position = new SourcePosition(path, line),
            Fix = "Update the backtest tool.",
        };

    public static InputError Mismatch(PluginPackage package, string lockFile, LockedPackage locked, string found) =>
        new("plugin_mismatch",
            $"the content of {package.Id} is not what {lockFile} pins for {locked.Version}: expected {locked.Sha256}, found {found}")
        {
            Position = new SourcePosition(package.Directory),
            Fix = $"backtest plugins install {package.Id} restores it, backtest plugins update {package.Id} takes a newer version; "
                + "backtest plugins verify names the files that differ.",
        };

    public static InputError NotLocked(PluginPackage package) =>
        new("plugin_not_locked", $"no lock file names {package.Id} ({package.Place.Origin}), and --locked asks for that")
        {
            Position = new SourcePosition(package.Directory),
            Fix = $"Install it from a package (backtest plugins install {package.Id}), or run without --locked.",
        };

    public static InputError NotInstalled(LockedPackage package, PluginFolder place) =>
        new("plugin_not_installed", $"{package.Id} {package.Version} is not in {place.Path}")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = "backtest plugins install restores what the lock file names.",
        };
}
