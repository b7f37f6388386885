using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins update</c>: installs the newest version of one package or of all.</summary>
internal static class PluginsUpdateCommand
{
    public static Command Create()
    {
        Argument<string?> id = new("ID")
        {
            Description = "The package. Default: all packages in plugins.lock.json.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        PluginPlaceInput places = new();
        PluginSourceInput from = new();
        Option<bool> json = Options.Json();
        Command command = new("update", "Updates installed packages to their newest versions.") { id };
        from.AddTo(command);
        places.AddTo(command);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            PluginFolder place = places.Place(parsed);
            PluginSources sources = from.Sources(parsed, places.Project(parsed));
            IReadOnlyList<PackageChange> changes = await DownloadDisplay.ShowAsync(
                parsed,
                parsed.GetValue(json),
                progress => new PluginInstaller(
                    place, sources, new InstallOptions { Prerelease = from.Prerelease(parsed), Progress = progress })
                    .UpdateAsync(parsed.GetValue(id), cancellation));
            PackageChanges.Write(parsed.InvocationConfiguration.Output, changes, place, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }
}
