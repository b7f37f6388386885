using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Options of an experiment that do not change its results.</summary>
public sealed record ExperimentOptions
{
    /// <summary>How many trials may run at once; at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The folder in which experiments are created.</summary>
    public string Directory { get; init; } = "experiments";

    /// <summary>The maximum number of bars kept in memory; if there are more, each pass reads them again.</summary>
    public long MostBars { get; init; } = 20_000_000;

    /// <summary>How long a worker's claim on a trial is valid without a sign of life.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Lists the plugins of a run, for the records of stored runs.</summary>
    public Func<WorkflowConfig, IReadOnlyList<RunPlugin>> NamePlugins { get; init; } = _ => [];

    /// <summary>Receives the progress.</summary>
    public IProgress<ExperimentProgress>? Progress { get; init; }

    /// <summary>Receives messages of plugins, the engine and the experiment.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Provides the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
