using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins remove</c>: removes an installed package from the folder and from the lock file.</summary>
internal static class PluginsRemoveCommand
{
    public static Command Create()
    {
        Argument<string> id = new("ID") { Description = "The package." };
        PluginPlaceInput places = new();
        Option<bool> json = Options.Json();
        Command command = new("remove", "Removes an installed package.") { id };
        places.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            PluginFolder place = places.Place(parsed);
            PackageChange change = PluginInstaller.Remove(place, parsed.GetRequiredValue(id));
            PackageChanges.Write(parsed.InvocationConfiguration.Output, [change], place, parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }
}
