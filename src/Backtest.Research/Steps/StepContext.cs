using System.Text.Json.Nodes;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>What the steps of a research workflow share.</summary>
/// <param name="Plan">The workflow.</param>
/// <param name="Bars">The bars before the held-out days.</param>
/// <param name="Sources">Opens bar sources including the held-out days.</param>
/// <param name="Plugins">Where plugins are found.</param>
/// <param name="Ledger">The ledger of trials and looks.</param>
/// <param name="Options">The options of the workflow.</param>
internal sealed record StepContext(
    ResearchPlan Plan, KeptBars Bars, IBarSourceFactory Sources, IReadOnlyList<IPluginSource> Plugins, ITrialLedger Ledger, ExperimentOptions Options)
{
    /// <summary>Executes runs together on the bars before the held-out days.</summary>
    /// <exception cref="InputException">A run cannot be executed.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<IReadOnlyList<BacktestResult>> RunAsync(
        IReadOnlyList<WorkflowConfig> runs, IReadOnlyList<IRunRecorder> recorders, CancellationToken cancellation)
    {
        IReadOnlyList<TrialOutcome> outcomes = await new Coordinator(new WorkflowManagerFactory(Bars, Plugins)).ExecuteTrialsAsync(
            [.. runs.Select((run, i) => new TrialRequest(run with { Data = Bars.Data }, recorders[i]))],
            new PassOptions { Threads = Options.Workers, Log = Options.Log, HasHashes = false },
            cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        InputError[] errors = [.. outcomes.SelectMany(outcome => outcome.Errors).Take(1)];
        return errors.Length > 0 ? throw new InputException(errors) : [.. outcomes.Select(outcome => outcome.Result!)];
    }
}

/// <summary>The input of a step: the results of the steps before it.</summary>
/// <param name="Sets">Values of the run file, each by its path.</param>
/// <param name="Searches">The ids of searches, by the names of their steps.</param>
internal sealed record StepInput(JsonObject Sets, JsonObject Searches);

/// <summary>The output of a step.</summary>
/// <param name="Sets">Values of the run file, each by its path, including those of the steps before it.</param>
/// <param name="Searches">The ids of searches, including those before it.</param>
/// <param name="Figures">The figures behind it.</param>
/// <param name="Findings">The figures in words.</param>
internal sealed record StepOutput(JsonObject Sets, JsonObject Searches, JsonObject Figures, IReadOnlyList<string> Findings);
