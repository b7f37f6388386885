using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>How to make an experiment, where nothing of it changes a result.</summary>
public sealed record ExperimentOptions
{
    /// <summary>How many trials may run at once; at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The folder experiments are made in.</summary>
    public string Directory { get; init; } = "experiments";

    /// <summary>How many bars are kept in memory; more are read again for each pass.</summary>
    public long MostBars { get; init; } = 20_000_000;

    /// <summary>How long a trial is claimed by a worker that gives no sign of life.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Names the plugins of a run, for the records of runs that are kept.</summary>
    public Func<WorkflowConfig, IReadOnlyList<RunPlugin>> NamePlugins { get; init; } = _ => [];

    /// <summary>Hears how far it is.</summary>
    public IProgress<ExperimentProgress>? Progress { get; init; }

    /// <summary>Takes what plugins, the engine and the experiment have to say.</summary>
    public IRunLog? Log { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
