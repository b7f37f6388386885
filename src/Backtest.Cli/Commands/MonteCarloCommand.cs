using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Cli.Simulation;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest montecarlo</c>: shows other results a run could have had.</summary>
internal static class MonteCarloCommand
{
    public static Command Create()
    {
        RunInput runs = new();
        RunDataInput data = new();
        Argument<string> run = RunInput.Argument();
        Option<string[]> methods = new("--methods")
        {
            Description = "What is changed by chance; those of the run file's monte_carlo, or trade_order, trades and returns, unless given.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        methods.AcceptOnlyFromAmong([.. MonteCarloMethods.All]);
        Option<int?> repetitions = Count("--repetitions", "How often trades or returns are drawn.");
        Option<int?> reruns = Count("--reruns", "How often the run is made again for bars, noise, start and costs; for delays it is made once for each.");
        Option<ulong?> seed = new("--seed") { Description = "What chance follows from.", HelpName = "N" };
        Option<int> threads = Options.Threads("How many repetitions may be made at once; no figure depends on it.");
        Option<bool> json = Options.Json();
        Option<bool> quiet = new("--quiet") { Description = "Prints errors alone." };
        Command command = new(
            "montecarlo",
            "Tries a run on what could as well have happened, and writes bands to its folder and its page: "
            + "backtest montecarlo latest --methods trades bars. Counts no trial.")
        {
            run,
            methods,
            repetitions,
            reruns,
            seed,
            threads,
            json,
            quiet,
        };
        runs.AddTo(command);
        data.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            StoredRun stored = runs.Open(parsed, parsed.GetRequiredValue(run));
            using Workspace workspace = data.Open(parsed, stored);
            MonteCarloConfig inFile = workspace.Config.MonteCarlo ?? new MonteCarloConfig();
            MonteCarloConfig asked = inFile with
            {
                Methods = parsed.GetValue(methods) is { Length: > 0 } named ? [.. named.Distinct()] : inFile.Methods,
                Repetitions = parsed.GetValue(repetitions) ?? inFile.Repetitions,
                Reruns = parsed.GetValue(reruns) ?? inFile.Reruns,
                Seed = parsed.GetValue(seed) ?? inFile.Seed,
            };
            MonteCarloDisplay display = new(parsed.InvocationConfiguration.Error, parsed.GetValue(quiet), parsed.GetValue(json));
            MonteCarloReport report = await MonteCarloRun.MakeAsync(workspace, stored, asked, parsed.GetValue(threads), display, cancellation);
            string? page = File.Exists(Path.Combine(stored.Folder, Reporting.Report.PageFile))
                ? (await Runs.ReportOfRun.WriteAsync(stored, () => data.Open(parsed, stored), cancellation)).Page
                : null;
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, MonteCarloFiles.ToNode(report));
            if (parsed.GetValue(json) || parsed.GetValue(quiet))
                return ExitCode.Done;
            MonteCarloText.Write(output, report);
            output.WriteLine($"run: {stored.Folder}");
            if (page is not null)
                output.WriteLine($"report: {page}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> Count(string name, string description)
    {
        Option<int?> option = new(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is < MonteCarloMethods.FewestRepetitions)
                result.AddError($"{name} must be at least {MonteCarloMethods.FewestRepetitions}: of fewer, one in twenty would be none.");
        });
        return option;
    }
}
