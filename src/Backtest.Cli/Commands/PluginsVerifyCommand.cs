using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins verify</c>: whether what is installed is what the lock file pins.</summary>
internal static class PluginsVerifyCommand
{
    public static Command Create()
    {
        PluginPlaceInput places = new();
        Option<bool> json = Options.Json();
        Command command = new("verify", "Compares the installed packages with plugins.lock.json.");
        places.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            PluginFolder place = places.Place(parsed);
            IReadOnlyList<PackageCheck> checks = LockComparison.Compare(place);
            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, PackageChecks.ToJson(checks, place));
            else
                PackageChecks.Write(parsed.InvocationConfiguration.Output, checks, place);
            return checks.All(check => check.State == PackageState.Intact) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
