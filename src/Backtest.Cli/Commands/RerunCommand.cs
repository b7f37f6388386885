using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest rerun</c>: repeats a run from its manifest, and reports whether the result is the same.</summary>
internal static class RerunCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        RunDataInput data = new();
        Argument<string> run = RunInput.Argument();
        Option<string?> output = new("--output") { Description = "Keeps the new run, with its run folder in this folder.", HelpName = "DIR" };
        Option<bool> json = Options.Json();
        Command command = new("rerun", "Repeats a run from its manifest and reports whether the result is the same: backtest rerun latest.") { run, output, json };
        runs.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            StoredRun before = runs.Open(parsed, parsed.GetRequiredValue(run));
            using Workspace workspace = data.Open(parsed, before);
            RunReport report = new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(json), isQuiet: false);
            RerunOutcome outcome = await RerunOutcome.MakeAsync(before, workspace, parsed.GetValue(output), report, cancellation);
            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, outcome.ToJson());
            else
                outcome.Write(parsed.InvocationConfiguration.Output);
            return outcome.IsSame ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
