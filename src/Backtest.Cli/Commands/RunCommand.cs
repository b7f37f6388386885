using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Cli.Experiments;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Cli.Simulation;
using Backtest.Cli.Watching;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest run</c>: executes the workflow in a file and writes its run folder.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        RunFileInput input = new();
        Option<string?> output = new("--output") { Description = "The folder in which run folders are created.", HelpName = "DIR" };
        Option<int> threads = Options.Threads("The maximum number of containers that run at a time. It does not affect the results.");
        Option<bool> json = Options.Json();
        Option<bool> quiet = new("--quiet") { Description = "Prints only errors and warnings." };
        Option<bool> watch = new("--watch") { Description = "Runs again whenever the run file, its plugins or its data change." };
        Option<string[]> profiles = new("--profiles")
        {
            Description = "Runs the file under several execution profiles in one pass and shows their figures side by side: all, or their names.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        profiles.AcceptOnlyFromAmong([.. ProfilesRun.Names]);
        Option<string?> step = new("--step") { Description = "Repeats a step of a research workflow even if it is done.", HelpName = "NAME" };
        Command command = new("run", "Runs a run file.") { output, threads, json, quiet, watch, profiles, step };
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(json))
                result.AddError("--watch and --json cannot be combined: --watch runs repeatedly, but --json prints one document. Remove one of them.");
            if (result.GetResult(profiles) is not null && (result.GetValue(watch) || result.GetValue(output) is not null))
                result.AddError("--profiles only prints figures and creates no run folder. Remove --watch and --output.");
        });
        input.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            bool isQuiet = parsed.GetValue(quiet);
            if (parsed.GetValue(watch))
            {
                using ChangeSignal signal = new(TimeProvider.System);
                WatchDisplay display = new(error, isQuiet, TimeProvider.System);
                return await new WatchLoop(input.Read(parsed), RunAsync, display, signal, TimeProvider.System).RunAsync(cancellation);
            }

            using Workspace workspace = input.Open(parsed);
            if (parsed.GetValue(profiles) is { Length: > 0 } asked)
            {
                return await ProfilesRun.RunAsync(
                    workspace, asked, parsed.GetValue(threads), parsed.InvocationConfiguration.Output, error, parsed.GetValue(json), cancellation);
            }

            if (workspace.IsSweep)
            {
                ExperimentReport experiment = new(parsed.InvocationConfiguration.Output, error, parsed.GetValue(json), isQuiet);
                return await SweepRun.RunAsync(workspace, parsed.GetValue(output), parsed.GetValue(threads), experiment, cancellation);
            }

            if (workspace.IsResearch)
            {
                using ITrialLedger ledger = workspace.OpenLedger();
                ResearchReport research = new(parsed.InvocationConfiguration.Output, error, parsed.GetValue(json), isQuiet);
                return await research.RunAsync(
                    workspace.CreateResearch(), ledger,
                    new ExperimentOptions
                    {
                        Directory = parsed.GetValue(output) ?? SweepRun.DirectoryBeside(workspace.Config.Output.Directory),
                        Workers = parsed.GetValue(threads),
                        NamePlugins = workspace.NamePlugins,
                    },
                    parsed.GetValue(step), cancellation);
            }

            return (await RunAsync(workspace, cancellation)).ExitCode;

            Task<RunOutcome> RunAsync(Workspace workspace, CancellationToken cancellation)
            {
                string? directory = parsed.GetValue(output);
                WorkflowConfig config = directory is null
                    ? workspace.Config
                    : workspace.Config with { Output = workspace.Config.Output with { Directory = directory } };
                RunReport report = new(parsed.InvocationConfiguration.Output, error, parsed.GetValue(json), isQuiet);
                return RunCommand.RunAsync(workspace, config, report, parsed.GetValue(threads), cancellation);
            }
        });
        return command;
    }

    /// <summary>Executes a workflow, writes its run folder and reports the result.</summary>
    internal static async Task<RunOutcome> RunAsync(
        Workspace workspace, WorkflowConfig config, RunReport report, int threads, CancellationToken cancellation)
    {
        if (config.Workflow == Workflows.Signals)
            return await SignalsRun.RunAsync(workspace, config, report, threads, cancellation);
        _ = Task.Run(() => RunFolderRecorder.MakeReady(config.Output), CancellationToken.None);
        using RunFolderRecorder recorder = workspace.CreateRecorder(config);
        HoldoutRecorder? look = workspace.CreateHoldoutRecorder();
        IRunRecorder recorders = look is null ? recorder : new RecorderGroup(recorder, look);
        BacktestResult result = await ExecuteAsync(workspace, config, recorders, report, threads, cancellation);
        if (recorder is not { Metrics: { } metrics, Manifest: { } manifest, Folder: { } folder } || result.EventStreamHash is not { } hash)
            throw new InvalidOperationException("The run ended without its results.");
        MonteCarloReport? tried = result.Status == RunStatus.Completed && config.MonteCarlo is { } asked
            ? await report.TryAsync(display => MonteCarloRun.MakeAsync(workspace, StoredRun.Open(folder), asked, threads, display, cancellation))
            : null;
        string? page = ReportOfRun.IsDue(config, result, folder, report) ? await ReportOfRun.WriteAsync(StoredRun.Open(folder), workspace, cancellation) : null;
        report.Write(result with { Warnings = manifest.Warnings }, metrics, folder, page, Count(workspace, look?.Look), tried);
        return new RunOutcome(ExitCodeOf(result.Status), new RunFigures(hash, metrics.Total.TotalReturn, metrics.Total.Trades));
    }

    /// <summary>Executes a workflow and shows its progress.</summary>
    /// <exception cref="InputException">The input is invalid, or its data too short.</exception>
    internal static async Task<BacktestResult> ExecuteAsync(
        Workspace workspace, WorkflowConfig config, IRunRecorder recorder, RunReport report, int threads, CancellationToken cancellation)
    {
        Coordinator coordinator = workspace.CreateCoordinator();
        BacktestResult result = await report.Display.ShowAsync(config.Name, progress => coordinator.ExecuteWorkflowAsync(
            config,
            new RunOptions
            {
                Recorder = new ShortDataGuard(new RecorderGroup(recorder, report.Monitor)),
                Progress = progress,
                Log = report.Display,
                Clock = TimeProvider.System,
                Threads = threads,
            },
            cancellation));
        ShortDataGuard.ThrowIfTooShort(result, config);
        return result;
    }

    private static HoldoutCount? Count(Workspace workspace, HoldoutLook? look)
    {
        if (look is null)
            return null;
        using ITrialLedger ledger = workspace.OpenLedger();
        return HoldoutCount.Add(ledger, look);
    }

    /// <summary>The exit code for a run with this status.</summary>
    internal static int ExitCodeOf(RunStatus status) => status switch
    {
        RunStatus.Completed => ExitCode.Done,
        RunStatus.Faulted => ExitCode.Failed,
        _ => ExitCode.Interrupted,
    };
}
