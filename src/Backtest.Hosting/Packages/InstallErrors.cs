namespace Backtest.Hosting;

/// <summary>Errors of commands to install, update or remove packages, with fixes their user can apply.</summary>
internal static class InstallErrors
{
    public static InputError Busy(PluginFolder place) =>
        new("plugins_busy", $"another command is installing into {place.Path}")
        {
            Fix = "Nothing was changed. Wait until it has finished, and try again.",
        };

    public static InputError CannotWrite(PluginFolder place, string reason) =>
        new("plugins_folder", $"{place.Origin} cannot be changed: {reason}")
        {
            Position = new SourcePosition(place.Path),
            Fix = "Installed packages are unchanged. Correct the folder's permissions or free some disk space, and try again.",
        };

    public static InputError InTheWay(string folder, string id) =>
        new("plugin_not_locked", $"there is a folder of {id} that was not installed from a package")
        {
            Position = new SourcePosition(folder),
            Fix = "Nothing was changed. Remove the folder, and install again.",
        };

    public static InputError NothingLocked(PluginFolder place) =>
        new("nothing_locked", "there is nothing to restore: the lock file contains no packages")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = "Name a package to install: backtest plugins install ID.",
        };

    public static InputError NotInstalled(PluginFolder place, string id, PluginLock locked)
    {
        string known = locked.Packages.Count == 0 ? "no packages" : string.Join(", ", locked.Packages.Select(package => package.Id));
        return new InputError("plugin_not_installed", $"{id} was not installed from a package; the lock file contains {known}")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = $"To install it, use backtest plugins install {id}. Delete a folder that was copied in by hand.",
        };
    }

    public static InputError Downgrade(LockedPackage locked, string version) =>
        new("package_downgrade", $"{locked.Id} {locked.Version} is locked, but {version} is older")
        {
            Fix = $"Nothing was changed. To downgrade, use backtest plugins install {locked.Id}@{version} --allow-downgrade.",
        };
}
