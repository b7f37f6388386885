using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins install</c>: installs a package from a source, or the packages in the lock file.</summary>
internal static class PluginsInstallCommand
{
    public static Command Create()
    {
        Argument<string?> package = new("ID[@VERSION]")
        {
            Description = "The package. Without a version, the locked or else the newest version is installed. Default: all packages in plugins.lock.json.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        PluginPlaceInput places = new();
        PluginSourceInput from = new();
        Option<bool> downgrade = new("--allow-downgrade") { Description = "Allows a version older than the locked one." };
        Option<bool> json = Options.Json();
        Command command = new("install", "Installs a plugin package, or restores those in plugins.lock.json.") { package };
        from.AddTo(command);
        places.AddTo(command);
        command.Options.Add(downgrade);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            PluginFolder place = places.Place(parsed);
            PluginSources sources = from.Sources(parsed, places.Project(parsed));
            InstallOptions options = new() { Prerelease = from.Prerelease(parsed), AllowDowngrade = parsed.GetValue(downgrade) };
            IReadOnlyList<PackageChange> changes = await DownloadDisplay.ShowAsync(parsed, parsed.GetValue(json), async progress =>
            {
                PluginInstaller installer = new(place, sources, options with { Progress = progress });
                if (parsed.GetValue(package) is not { } named)
                    return await installer.RestoreAsync(cancellation);
                int at = named.IndexOf('@');
                return at < 0
                    ? [await installer.InstallAsync(named, version: null, cancellation)]
                    : [await installer.InstallAsync(named[..at], named[(at + 1)..], cancellation)];
            });
            PackageChanges.Write(parsed.InvocationConfiguration.Output, changes, place, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }
}
