namespace Backtest.Hosting;

/// <summary>Errors of a lock file, or of content it binds, with fixes their user can apply.</summary>
internal static class LockErrors
{
    private const string BadLock = "plugin_lock";

    public static InputError Unreadable(string path, string reason) => new(BadLock, $"the file cannot be read: {reason}")
    {
        Position = new SourcePosition(path),
        Fix = "Close the programs that have it open, or correct its permissions.",
    };

    public static InputError Broken(string path, int line, string message) => new(BadLock, message)
    {
        Position = new SourcePosition(path, line),
        Fix = "Restore the file from version control. Or remove it together with the packages' folders and install them again.",
    };

    public static InputError Newer(string path, int line, int version) =>
        new(BadLock, $"the file has format version {version}; this tool supports {LockFormat.Version}")
        {
            Position = new SourcePosition(path, line),
            Fix = "Update the backtest tool.",
        };

    public static InputError Mismatch(PluginPackage package, string lockFile, LockedPackage locked, string found) =>
        new("plugin_mismatch",
            $"the content of {package.Id} differs from what {lockFile} pins for {locked.Version}: expected {locked.Sha256}, found {found}")
        {
            Position = new SourcePosition(package.Directory),
            Fix = $"To restore it, use backtest plugins install {package.Id}. To use a newer version, use backtest plugins update {package.Id}. "
                + "To list the files that differ, use backtest plugins verify.",
        };

    public static InputError NotLocked(PluginPackage package) =>
        new("plugin_not_locked", $"{package.Id} ({package.Place.Origin}) is not in a lock file, which --locked requires")
        {
            Position = new SourcePosition(package.Directory),
            Fix = $"Install it from a package (backtest plugins install {package.Id}), or run without --locked.",
        };

    public static InputError NotInstalled(LockedPackage package, PluginFolder place) =>
        new("plugin_not_installed", $"{package.Id} {package.Version} is not in {place.Path}")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = "To restore the packages in the lock file, use backtest plugins install.",
        };
}
