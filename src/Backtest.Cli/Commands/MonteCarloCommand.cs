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
            Description = "What is changed at random. Default: the methods of the run file's monte_carlo, otherwise trade_order, trades and returns.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        methods.AcceptOnlyFromAmong([.. MonteCarloMethods.All]);
        Option<int?> repetitions = Count("--repetitions", "The number of times trades or returns are drawn.");
        Option<int?> reruns = Count("--reruns", "The number of times the run is repeated for each of bars, noise, start and costs. For delays, it is repeated once for each delay.");
        Option<ulong?> seed = new("--seed") { Description = "The seed of the random numbers.", HelpName = "N" };
        Option<int> threads = Options.Threads("The maximum number of repetitions at a time. It does not affect the figures.");
        Option<bool> json = Options.Json();
        Option<bool> quiet = new("--quiet") { Description = "Prints only errors." };
        Command command = new(
            "montecarlo",
            "Tests a run on other outcomes that could have happened, and writes bands to its folder and its page: "
            + "backtest montecarlo latest --methods trades bars. Does not count as trials.")
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
                result.AddError($"{name} must be at least {MonteCarloMethods.FewestRepetitions}, so that 1 in 20 is at least one repetition.");
        });
        return option;
    }
}
