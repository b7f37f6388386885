using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Runs trials that this worker has claimed, in one pass over the data, in units small enough to lose.</summary>
internal sealed class TrialRunner(
    SearchPlan plan,
    KeptBars bars,
    Benchmark? benchmark,
    IReadOnlyList<IPluginSource> plugins,
    ReturnsStore returns,
    string worker,
    ExperimentOptions options,
    FoldRuns? folds = null)
{
    private readonly Coordinator _coordinator = new(new WorkflowManagerFactory(bars, plugins));

    /// <summary>The worker's name.</summary>
    public string Worker => worker;

    /// <summary>Runs trials, and writes their returns.</summary>
    /// <returns>Their results.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled; nothing of these trials is written.</exception>
    public async Task<IReadOnlyList<TrialEntry>> RunAsync(IReadOnlyList<PlannedTrial> trials, CancellationToken cancellation)
    {
        long start = options.Clock.GetTimestamp();
        PlannedTrial[] runs = [.. trials.Where(trial => trial.Config is not null)];
        RegimeReturnsRecorder?[][] regimes = [.. runs.Select(_ => plan.Objectives.Select(objective => objective.CreateRecorder()).ToArray())];
        using ReturnsPart part = returns.Begin(worker, trials[0].Number);
        SummaryRecorder[] recorders = [.. runs.Select((trial, index) => new SummaryRecorder(trial.SpecHash, All(regimes[index]))
        {
            Benchmark = benchmark,
            TotalMeasured = trial.Proposal.Share >= 1 ? curve => part.Write(trial.Number, curve) : null,
        })];
        using ReturnsPart? ofFolds = folds?.Returns.Begin(worker, trials[0].Number);
        IReadOnlyList<TrialOutcome> outcomes = await _coordinator.ExecuteTrialsAsync(
            [.. runs.Select((trial, index) => new TrialRequest(trial.Config! with { Learning = folds?.Learning }, recorders[index])), .. InFolds(runs, ofFolds)], new PassOptions { Log = options.Log }, cancellation)
            .ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        ofFolds?.Complete(); // completed first, because the other part marks a trial as ended
        part.Complete();
        double seconds = options.Clock.GetElapsedTime(start).TotalSeconds / trials.Count;
        Dictionary<int, int> places = runs.Index().ToDictionary(run => run.Item.Number, run => run.Index);
        return [.. trials.Select(trial => places.TryGetValue(trial.Number, out int place)
            ? Entry(trial, outcomes[place], recorders[place].Summary, regimes[place]) with { Seconds = seconds }
            : Wrong(trial, trial.Message ?? "the run file is wrong"))];
    }

    /// <summary>The same runs again, flat at the ends of folds.</summary>
    private IEnumerable<TrialRequest> InFolds(PlannedTrial[] runs, ReturnsPart? into) => folds is null ? [] : runs.Where(trial => trial.Proposal.Share >= 1)
        .Select(trial => new TrialRequest(folds.RunOf(trial.Config!), new MetricsRecorder { TotalMeasured = curve => into!.Write(trial.Number, curve) }));

    private TrialEntry Entry(PlannedTrial trial, TrialOutcome outcome, RunSummary? summary, RegimeReturnsRecorder?[] regimes)
    {
        if (outcome.Result is null || summary is null)
            return Wrong(trial, outcome.Errors.Count > 0 ? outcome.Errors[0].ToString() : "it was not run");
        bool isFaulted = summary.Status != RunStatus.Completed;
        return new TrialEntry(trial.Number, trial.Key)
        {
            SpecHash = trial.SpecHash,
            Parameters = trial.Parameters,
            Share = trial.Proposal.Share,
            Status = isFaulted ? TrialStatus.Faulted : trial.Proposal.Share < 1 ? TrialStatus.Pruned : TrialStatus.Complete,
            Objectives = TrialResult.Write(
            [
                .. plan.Objectives.Select((objective, index) => (objective.Goal.Name, objective.Value(summary, regimes[index]))),
                .. folds is null ? Array.Empty<(string, double?)>()
                    : [(TrialResult.WarmUp, bars.DaysUntil(outcome.Result.WarmedUpAt)), (TrialResult.Learning, folds.Learning.WasAsked ? 1 : 0)],
            ]),
            Metrics = TrialResult.Write(summary.Metrics.Total),
            EventHash = summary.EventStreamHash,
            Message = isFaulted ? string.Join("; ", summary.Faults.Select(fault => $"{fault.Container}: {fault.Message}")) : null,
        };
    }

    private static IRunRecorder? All(IEnumerable<IRunRecorder?> recorders) => recorders.OfType<IRunRecorder>().ToArray() switch
    {
        [] => null,
        [var only] => only,
        var several => new RecorderGroup(several),
    };

    private static TrialEntry Wrong(PlannedTrial trial, string message) => new(trial.Number, trial.Key)
    {
        SpecHash = trial.SpecHash,
        Parameters = trial.Parameters,
        Share = trial.Proposal.Share,
        Status = TrialStatus.Faulted,
        Message = message,
    };
}
