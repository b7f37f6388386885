using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Cli.Simulation;
using Backtest.Research;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest ablate</c>: what each part of a run adds to it.</summary>
internal static class AblateCommand
{
    public static Command Create()
    {
        RunFileInput input = new();
        Option<int> threads = new("--threads")
        {
            Description = "How many runs may go on at once; no figure depends on it.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValue(threads) < 1)
                result.AddError("--threads must be at least 1.");
        });
        Option<bool> json = Options.Json();
        Command command = new(
            "ablate",
            "Says what each portfolio, classifier, strategy, container, limit and regime rule adds, by making the run without it, in one pass "
            + "over the data. Counts no trial.")
        {
            threads,
            json,
        };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using Workspace workspace = input.Open(parsed);
            workspace.LoadPlugins();
            AblationReport report = await workspace.CreateAblation().ExecuteAsync(parsed.GetValue(threads), cancellation: cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, AblationText.Json(report));
            else
                AblationText.Write(output, report);
            return ExitCode.Done;
        });
        return command;
    }
}
