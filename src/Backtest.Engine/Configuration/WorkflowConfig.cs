using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A run as its user describes it, in a run file or in C#. It contains only data.</summary>
public sealed record WorkflowConfig
{
    /// <summary>The kind of workflow: one of <see cref="Workflows"/>.</summary>
    public string Workflow { get; init; } = Workflows.Backtest;

    /// <summary>The name of the run; kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>The seed of all random numbers of the run.</summary>
    public ulong Seed { get; init; }

    /// <summary>The sources of the bars, one or several, each with bars that no other has.</summary>
    public required IReadOnlyList<BarSourceOptions> Data { get; init; }

    /// <summary>
    /// The first day of trading, in the data's time zone; earlier bars only warm up and train. <see langword="null"/> to trade from the first bar.
    /// </summary>
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
    /// The benchmark of the results: a symbol of the data, a file of bars or a run folder; null for no comparison. It affects no trade.
    /// </summary>
    public string? Benchmark { get; init; }

    /// <summary>The search of a sweep, or null if nothing is searched.</summary>
    public SearchConfig? Search { get; init; }

    /// <summary>The steps of a research workflow, in the order of the file, or null for any other workflow.</summary>
    public IReadOnlyList<ResearchStepConfig>? Steps { get; init; }
    /// <summary>How a search is validated, or null if it is not.</summary>
    public ValidationConfig? Validation { get; init; }

    /// <summary>Days held out, or null if there are none.</summary>
    public HoldoutConfig? Holdout { get; init; }

    /// <summary>
    /// How the run is compared with other outcomes it could have had, or null if it is not. It affects no trade; for a sweep, the best run is tested.
    /// </summary>
    public MonteCarloConfig? MonteCarlo { get; init; }

    /// <summary>The family its trials are counted under, or null to derive it from the run's strategies and symbols. It affects no result.</summary>
    public string? Family { get; init; }

    /// <summary>
    /// The database trials are counted in, or null for a file next to the project. It may contain a password and is never written.
    /// </summary>
    public string? Ledger { get; init; }

    /// <summary>How signals are measured or replayed; null if not specified.</summary>
    public SignalsConfig? Signals { get; init; }

    /// <summary>The output.</summary>
    public OutputConfig Output { get; init; } = new();

    /// <summary>Folders to search for plugins, in addition to the usual ones; relative to the run file.</summary>
    public IReadOnlyList<string> PluginFolders { get; init; } = [];

    /// <summary>
    /// The days plugins may learn from, or null for all. Only a cross-validation sets it: it has no key in run files and is not part of a
    /// specification.
    /// </summary>
    public LearningDays? Learning { get; init; }

    /// <summary>Plugins given in code, which take precedence over those found elsewhere. They are not part of a specification.</summary>
    public PluginSet Plugins { get; init; } = new();

    /// <summary>The signals of a replay, as read from <see cref="SignalsConfig.From"/>; null for any other workflow.</summary>
    public StoredSignals? Recorded { get; init; }

    /// <summary>The run file; <see langword="null"/> if built in code.</summary>
    public string? File { get; init; }
}
