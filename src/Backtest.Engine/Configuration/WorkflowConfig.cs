using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A run as its user describes it: what a run file holds, or what C# builds. It is a value: no code and nothing that runs.</summary>
public sealed record WorkflowConfig
{
    /// <summary>The kind of workflow: one of <see cref="Workflows"/>.</summary>
    public string Workflow { get; init; } = Workflows.Backtest;

    /// <summary>Names the run; kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>Where all randomness of the run starts from.</summary>
    public ulong Seed { get; init; }

    /// <summary>Which bars to read: one source or several, of which each has bars no other has.</summary>
    public required IReadOnlyList<BarSourceOptions> Data { get; init; }

    /// <summary>Earlier bars only warm up and train; the day is in the data's zone. <see langword="null"/>: trade from the first bar.</summary>
    public DateOnly? TradeFrom { get; init; }

    /// <summary>Instruments whose rules differ from the defaults.</summary>
    public IReadOnlyList<Instrument> Instruments { get; init; } = [];

    /// <summary>Market views, each with the portfolios under it.</summary>
    public IReadOnlyList<ClassifierConfig> Classifiers { get; init; } = [];

    /// <summary>Portfolios that need no classifier.</summary>
    public IReadOnlyList<PortfolioConfig> Portfolios { get; init; } = [];

    /// <summary>How orders fill.</summary>
    public ExecutionConfig Execution { get; init; } = new();

    /// <summary>How performance is measured.</summary>
    public MetricsConfig Metrics { get; init; } = new();

    /// <summary>
    /// What results are compared with: a symbol of the data, a file of bars or a run folder; null where there is nothing to compare with.
    /// It bears on no trade.
    /// </summary>
    public string? Benchmark { get; init; }

    /// <summary>What a sweep searches, or null where nothing is searched.</summary>
    public SearchConfig? Search { get; init; }

    /// <summary>The steps of a research workflow, in the order of the file, or null of any other.</summary>
    public IReadOnlyList<ResearchStepConfig>? Steps { get; init; }
    /// <summary>How a search is validated, or null where it is not.</summary>
    public ValidationConfig? Validation { get; init; }

    /// <summary>Days held out, or null where none are.</summary>
    public HoldoutConfig? Holdout { get; init; }

    /// <summary>
    /// How the run is tried on what could as well have happened, or null where it is not. It bears on no trade; of a sweep the best run is tried.
    /// </summary>
    public MonteCarloConfig? MonteCarlo { get; init; }

    /// <summary>
    /// What its trials are counted under, or null for what follows from its strategies and symbols. It bears on no result.
    /// </summary>
    public string? Family { get; init; }

    /// <summary>The database trials are counted in, or null for a file beside the project. It may hold a password, and is never written.</summary>
    public string? Ledger { get; init; }

    /// <summary>How signals are measured or replayed; null where nothing is said of it.</summary>
    public SignalsConfig? Signals { get; init; }

    /// <summary>Where results go.</summary>
    public OutputConfig Output { get; init; } = new();

    /// <summary>Folders to look for plugins in, besides the usual ones; relative to the run file.</summary>
    public IReadOnlyList<string> PluginFolders { get; init; } = [];

    /// <summary>
    /// The days plugins may learn from, or null for all. Only a cross-validation says so: it is no key of a run file, and no part of a specification.
    /// </summary>
    public LearningDays? Learning { get; init; }

    /// <summary>Plugins given in code, ahead of any found elsewhere. They answer what is asked, and are no part of a specification.</summary>
    public PluginSet Plugins { get; init; } = new();

    /// <summary>The signals a replay is of: what <see cref="SignalsConfig.From"/> names, read; null of any other workflow.</summary>
    public StoredSignals? Recorded { get; init; }

    /// <summary>The run file; <see langword="null"/>: built in code.</summary>
    public string? File { get; init; }
}
