using System.Globalization;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes run folders of the best trials: each is repeated and must give the same results.</summary>
internal sealed class BestRuns(
    SearchPlan plan, KeptBars bars, Benchmark? benchmark, TrialPlanner planner, IReadOnlyList<IPluginSource> plugins, ExperimentOptions options)
{
    /// <summary>Writes the folders, named by rank from 1.</summary>
    /// <returns>The ranks whose repeated run differs from what was recorded.</returns>
    public async Task<IReadOnlyList<int>> WriteAsync(
        string folder, IReadOnlyList<TrialResult> best, IReadOnlyList<SearchTrial> history, CancellationToken cancellation)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        WorkflowConfig[] configs = [.. best.Select(trial => ConfigOf(trial, history, folder))];
        RunFolderRecorder[] recorders = [.. configs.Select((config, index) => new RunFolderRecorder(RecordOf(config, index + 1), options.Clock))];
        try
        {
            await new Coordinator(new WorkflowManagerFactory(bars, plugins)).ExecuteTrialsAsync(
                [.. configs.Select((config, index) => new TrialRequest(config, recorders[index]))],
                new PassOptions { Threads = options.Workers, Log = options.Log },
                cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return [.. best.Index().Where(trial => recorders[trial.Index].Manifest?.EventStreamHash != trial.Item.EventHash).Select(trial => trial.Index + 1)];
        }
        finally
        {
            foreach (RunFolderRecorder recorder in recorders)
                recorder.Dispose();
        }
    }

    private WorkflowConfig ConfigOf(TrialResult trial, IReadOnlyList<SearchTrial> history, string folder)
    {
        PlannedTrial planned = planner.Plan(trial.Number, history[trial.Number].Proposal);
        WorkflowConfig config = planned.Config ?? throw new InvalidOperationException($"Trial {trial.Number} was run but cannot be repeated now: {planned.Message}");
        return config with { Benchmark = plan.Sweep.Benchmark, Output = plan.Sweep.Output with { Directory = folder } };
    }

    private RunRecord RecordOf(WorkflowConfig config, int rank) => new()
    {
        Config = ConfigJson.Write(config),
        ConfigHash = ConfigJson.Hash(config),
        Spec = RunSpec.Of(config, plugins).Hash,
        Benchmark = benchmark,
        Plugins = options.NamePlugins(config),
        FolderName = rank.ToString(CultureInfo.InvariantCulture),
    };
}
