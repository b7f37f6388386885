using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Runs the trials of a search again for a split if plugins learn, which they then may not from days that are tested, purged or under embargo
/// ([why](../../../../docs/decisions/0037-folds-begin-flat.md)).
/// </summary>
internal sealed class SplitRuns(KeptBars bars, TrialPlanner planner, FoldRuns folds, IReadOnlyList<IPluginSource> plugins, ExperimentOptions options)
{
    private readonly Coordinator _coordinator = new(new WorkflowManagerFactory(bars, plugins));

    /// <summary>Executes the runs.</summary>
    /// <param name="split">The split.</param>
    /// <param name="trials">The trials, as proposed.</param>
    /// <param name="days">The number of returns of each.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The returns of each; NaN where a trial has none.</returns>
    public async Task<double[][]> MakeAsync(FoldSplit split, IReadOnlyList<SearchTrial> trials, int days, CancellationToken cancellation)
    {
        var learning = new LearningDays(KeptFrom(split));
        double[][] returns = new double[trials.Count][];
        TrialRequest[] requests =
        [
            .. trials.Select((trial, index) => new TrialRequest(
                folds.RunOf(planner.Plan(trial.Number, trial.Proposal).Config!) with { Learning = learning },
                new MetricsRecorder { TotalMeasured = curve => returns[index] = curve.Returns() })),
        ];
        await _coordinator.ExecuteTrialsAsync(requests, new PassOptions { Threads = options.Workers, Log = options.Log, HasHashes = false }, cancellation)
            .ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        for (int trial = 0; trial < returns.Length; trial++)
        {
            if (returns[trial]?.Length != days)
                Array.Fill(returns[trial] = new double[days], double.NaN);
        }

        return returns;
    }

    /// <summary>The days between those used to choose. Plugins may learn from days before the first fold, because nothing is tested on them.</summary>
    private IEnumerable<(DateOnly From, DateOnly To)> KeptFrom(FoldSplit split)
    {
        int from = 0;
        foreach (DayRange train in split.Train)
        {
            if (train.From > from)
                yield return (Day(from), Day(train.From).AddDays(-1));
            from = train.To;
        }

        if (from < folds.Days.Length)
            yield return (Day(from), DateOnly.MaxValue);
    }

    private DateOnly Day(int place) => DateOnly.FromDayNumber(folds.Days[place]);
}
