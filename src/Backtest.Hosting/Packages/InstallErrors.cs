namespace Backtest.Hosting;

/// <summary>Errors of commands to install, update or remove packages, with fixes their user can apply.</summary>
internal static class InstallErrors
{
    public static InputError Busy(PluginFolder place) =>
        new("plugins_busy", $"another command is installing into {place.Path}")
        {
            Fix = "Nothing was changed. Wait until it is done, and try again.",
        };

    public static InputError CannotWrite(PluginFolder place, string reason) =>
        new("plugins_folder", $"{place.Origin} cannot be changed: {reason}")
        {
            Position = new SourcePosition(place.Path),
            Fix = "What was installed is as it was. Mend the folder's permissions or free some space, and try again.",
        };

    public static InputError InTheWay(string folder, string id) =>
        new("plugin_not_locked", $"there is a folder of {id} that no package was installed into")
        {
            Position = new SourcePosition(folder),
            Fix = "Nothing was changed. Move the folder away, and install again.",
        };

    public static InputError NothingLocked(PluginFolder place) =>
        new("nothing_locked", "there is nothing to restore: the lock file names no package")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = "Say what to install: backtest plugins install ID.",
        };

    public static InputError NotInstalled(PluginFolder place, string id, PluginLock locked)
    {
        string known = locked.Packages.Count == 0 ? "no package" : string.Join(", ", locked.Packages.Select(package => package.Id));
        return new InputError("plugin_not_installed", $"{id} was not installed from a package; the lock file names {known}")
        {
            Position = new SourcePosition(place.LockFile),
            Fix = $"backtest plugins install {id} installs it; a folder that was dropped in is deleted by hand.",
        };
    }

    public static InputError Downgrade(LockedPackage locked, string version) =>
        new("package_downgrade", $"{locked.Id} {locked.Version} is locked, and {version} is older")
        {
            Fix = $"Nothing was changed. To go back: backtest plugins install {locked.Id}@{version} --allow-downgrade.",
        };
}
