using System.Text.Json.Nodes;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Engine;
using Backtest.Results;
using Spectre.Console;

namespace Backtest.Cli.Runs;

/// <summary>Executes one run under several fill profiles, in one pass over the data, and compares the results.</summary>
internal static class ProfilesRun
{
    /// <summary>The name that stands for all profiles.</summary>
    public const string All = "all";

    // The run file's own rules, if they are not a profile.
    private const string File = "run file";

    // One row per profile, which fits a terminal with eighty columns.
    private static readonly string[] Shown = ["total_return", "sharpe", "max_drawdown", "win_rate", "fills", "trades"];

    /// <summary>The allowed names.</summary>
    public static IReadOnlyList<string> Names { get; } = [All, .. FillProfile.All.Select(profile => profile.Name)];

    /// <summary>Executes the runs and writes their figures, without run folders.</summary>
    /// <param name="workspace">The run file, its data and its plugins.</param>
    /// <param name="profiles">The names of the profiles.</param>
    /// <param name="threads">How many runs may execute at once.</param>
    /// <param name="output">Receives the figures.</param>
    /// <param name="error">Receives warnings and faults.</param>
    /// <param name="asJson">Whether to write the figures as one document.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The run file does not execute orders, or is invalid.</exception>
    public static async Task<int> RunAsync(
        Workspace workspace,
        IReadOnlyList<string> profiles,
        int threads,
        TextWriter output,
        TextWriter error,
        bool asJson,
        CancellationToken cancellation)
    {
        if (workspace.IsSweep || workspace.IsResearch || workspace.Config.Workflow == Workflows.Signals)
        {
            throw new InputException(new InputError(
                "no_fills", $"--profiles compares the fills of one run, but workflow: {workspace.Config.Workflow} is not a single run with fills")
            {
                Key = "workflow",
                Fix = "Remove --profiles, or write workflow: backtest.",
            });
        }

        (string Name, WorkflowConfig Config)[] asked = [.. Asked(workspace.Config, profiles)];
        SummaryRecorder[] recorders = [.. asked.Select(_ => new SummaryRecorder())];
        IReadOnlyList<TrialOutcome> outcomes = await workspace.CreateCoordinator().ExecuteTrialsAsync(
            [.. asked.Select((run, index) => new TrialRequest(run.Config, recorders[index]))],
            new PassOptions { Threads = threads, HasHashes = false },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        InputError[] wrong = [.. outcomes.SelectMany(outcome => outcome.Errors).Distinct()];
        if (wrong.Length > 0)
            throw new InputException(wrong);
        (string Name, PerformanceMetrics Metrics)[] columns = [.. asked.Select((run, index) => (run.Name, recorders[index].Summary!.Metrics.Total))];
        foreach ((string name, BacktestResult result) in asked.Select((run, index) => (run.Name, outcomes[index].Result!)))
            WriteNotes(error, name, result);
        if (asJson)
            JsonText.Write(output, ToJson(columns));
        else
            WriteText(output, columns);
        return outcomes.All(outcome => outcome.Result!.Status == RunStatus.Completed) ? ExitCode.Done : ExitCode.Failed;
    }

    private static IEnumerable<(string Name, WorkflowConfig Config)> Asked(WorkflowConfig config, IReadOnlyList<string> profiles)
    {
        // Neither keep the file's own path and matching under a profile, nor drop them silently.
        if (config.Execution is { Profile: null } own && (own.Path is not null || own.Matching is not null || own.FillsAtClose))
            yield return (File, config);
        foreach (FillProfile profile in FillProfile.All.Where(profile => profiles.Contains(All) || profiles.Contains(profile.Name)))
        {
            yield return (profile.Name, config with
            {
                Execution = config.Execution with { Profile = profile, FillsAtClose = false, Path = null, Matching = null },
            });
        }
    }

    private static void WriteNotes(TextWriter error, string name, BacktestResult result)
    {
        ScreenLines lines = ScreenLines.OfError(error);
        foreach (ContainerFault fault in result.Faults)
            lines.Write($"{name}: {FaultText.Describe(fault)}");
        foreach (RunWarning warning in result.Warnings)
            lines.Write($"{name}: warning: {warning.Message}");
    }

    private static void WriteText(TextWriter output, (string Name, PerformanceMetrics Metrics)[] columns)
    {
        IAnsiConsole console = Consoles.Create(output, Consoles.OutputIsTerminal);
        Table table = Consoles.CreateTable(["", .. Shown]);
        foreach (TableColumn figures in table.Columns.Skip(1))
            figures.Alignment = Justify.Right;
        foreach ((string name, PerformanceMetrics metrics) in columns)
            table.AddRow([name, .. Shown.Select(shown => MetricText.Of(shown, Metric.All.First(metric => metric.Name == shown).Of(metrics)))]);
        console.WriteFitted(table);
        (string Name, PerformanceMetrics Metrics)[] known = [.. columns.Where(column => column.Metrics.TotalReturn is not null)];
        if (known.Length < 2)
            return;
        (string Name, PerformanceMetrics Metrics) best = known.MaxBy(column => column.Metrics.TotalReturn);
        (string Name, PerformanceMetrics Metrics) worst = known.MinBy(column => column.Metrics.TotalReturn);
        string worth = Percent(best.Metrics.TotalReturn - worst.Metrics.TotalReturn);
        ScreenLines.OfOutput(output).Write($"difference between the assumptions: {worth} of capital, from {Named(worst)} to {Named(best)}; --json has every figure");

        static string Named((string Name, PerformanceMetrics Metrics) column) => $"{column.Name} ({Percent(column.Metrics.TotalReturn)})";
        static string Percent(double? fraction) => MetricText.Of("total_return", fraction);
    }

    private static JsonObject ToJson(IEnumerable<(string Name, PerformanceMetrics Metrics)> columns) => new()
    {
        ["profiles"] = new JsonObject(columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)ToJson(column.Metrics)))),
    };

    private static JsonObject ToJson(PerformanceMetrics metrics) =>
        new(Metric.All.Select(metric => KeyValuePair.Create(metric.Name, (JsonNode?)metric.Of(metrics))));
}
