using Backtest.Configuration.Keys;
using Backtest.Configuration.Sections.Sources;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>The whole run file.</summary>
internal static class RunSection
{
    private static readonly Key<WorkflowConfig, string> Workflow =
        new(WorkflowKey, new ChoiceKind<string>([.. Workflows.All.Select(name => (name, name))]), run => run.Workflow, "What to do.") { Default = Workflows.Backtest };

    private static readonly Key<WorkflowConfig, string?> Name =
        new("name", Kinds.Name!, run => run.Name, "The name of the run and its folder. Default: the file's name.");

    private static readonly Key<WorkflowConfig, ulong> Seed =
        new("seed", Kinds.Seed, run => run.Seed, "The seed of all random numbers of the run.");

    /// <summary>What <c>data</c> holds.</summary>
    public static readonly ValueKind<IReadOnlyList<DataPart>> DataKind = new OneOrManyKind<DataPart>(DataSection.Kind);

    private static readonly Key<WorkflowConfig, IReadOnlyList<DataPart>> Data = new(
        DataKey,
        DataKind,
        run => [.. run.Data.Select((source, index) => new DataPart(
            source, index == 0 ? run.TradeFrom : null, (source as BarSourceOptions.Synthetic)?.Bars.Seed))],
        "The bars to read: one source, or a list of sources with different bars.")
    {
        IsRequired = true,
    };

    private static readonly Key<WorkflowConfig, IReadOnlyList<KeyValuePair<string, Instrument>>> Instruments = new(
        "instruments",
        new MapKind<Instrument>(InstrumentSection.Kind),
        run => [.. run.Instruments.Select(instrument => KeyValuePair.Create(instrument.Symbol, instrument))],
        "Market rules that differ from the defaults, by symbol.")
    {
        Default = [],
    };

    private static readonly Key<WorkflowConfig, IReadOnlyList<ClassifierConfig>> Classifiers = new(
        "classifiers",
        new ListKind<ClassifierConfig>(ClassifierSection.Kind),
        run => run.Classifiers,
        "Market views, each with the portfolios under it.")
    {
        Default = [],
    };

    private static readonly Key<WorkflowConfig, IReadOnlyList<PortfolioConfig>> Portfolios = new(
        "portfolios", new ListKind<PortfolioConfig>(PortfolioSection.Kind), run => run.Portfolios, "Portfolios that need no classifier.")
    {
        Default = [],
    };

    private static readonly Key<WorkflowConfig, ExecutionConfig> Execution =
        new("execution", ExecutionSection.Kind, run => run.Execution, "How orders fill.") { Default = new ExecutionConfig() };

    private static readonly Key<WorkflowConfig, MetricsConfig> Metrics =
        new("metrics", MetricsSection.Kind, run => run.Metrics, "How performance is measured.") { Default = new MetricsConfig() };

    private static readonly Key<WorkflowConfig, string?> Benchmark = new(
        "benchmark", Kinds.Text!, run => run.Benchmark, "What the results are compared with: a symbol of the data, a file of bars, or a run folder.");

    private static readonly Key<WorkflowConfig, SearchConfig?> Search =
        new(SearchKey, SearchSection.Kind!, run => run.Search, "The search of a sweep.");

    private static readonly Key<WorkflowConfig, IReadOnlyList<ResearchStepConfig>?> Steps =
        new(StepsKey, new ResearchStepsKind(), run => run.Steps, "The steps of a research workflow, each under a name you choose.");

    private static readonly Key<WorkflowConfig, MonteCarloConfig?> MonteCarlo = new(
        MonteCarloKey, MonteCarloSection.Kind!, run => run.MonteCarlo, "How the finished run is tested on other outcomes that could have happened.");

    private static readonly Key<WorkflowConfig, ValidationConfig?> Validation = new(
        ValidationKey, ValidationSection.Kind!, run => run.Validation, "How a sweep is validated on days that were not used to choose its winner.");

    private static readonly Key<WorkflowConfig, HoldoutConfig?> Holdout =
        new(HoldoutKey, HoldoutSection.Kind!, run => run.Holdout, "Days held out from all searches and runs, except a run that explicitly uses them.");

    private static readonly Key<WorkflowConfig, string?> Family = new(
        FamilyKey, Kinds.Text!, run => run.Family, "The family under which trials are counted. Default: derived from strategies and symbols.");

    private static readonly Key<WorkflowConfig, string?> Ledger =
        new(LedgerKey, LedgerSection.Kind!, _ => null, "The database in which trials are counted. Default: a file beside the project.");

    private static readonly Key<WorkflowConfig, SignalsConfig?> Signals =
        new(SignalsKey, SignalsSection.Kind!, run => run.Signals, "How signals are measured, or which signals are replayed.");

    private static readonly Key<WorkflowConfig, IReadOnlyList<string>> Plugins =
        new(PluginsKey, Kinds.Texts, run => run.PluginFolders, "More folders to look for plugins in, relative to the run file.")
        {
            Default = [],
        };

    private static readonly Key<WorkflowConfig, OutputConfig> Output =
        new(OutputKey, OutputSection.Kind, run => run.Output, "Where results go.") { Default = new OutputConfig() };

    /// <summary>The key of the data.</summary>
    public const string DataKey = "data";

    /// <summary>The key of the folders in which plugins are searched for.</summary>
    public const string PluginsKey = "plugins";

    /// <summary>The key of signals.</summary>
    public const string SignalsKey = "signals";

    /// <summary>The key of the output.</summary>
    public const string OutputKey = "output";

    /// <summary>The key of the workflow.</summary>
    public const string WorkflowKey = "workflow";

    /// <summary>The key of what is searched.</summary>
    public const string SearchKey = "search";

    /// <summary>The key of the steps of a research workflow.</summary>
    public const string StepsKey = "steps";

    /// <summary>The key of Monte Carlo methods.</summary>
    public const string MonteCarloKey = "monte_carlo";

    /// <summary>The key of how a search is validated.</summary>
    public const string ValidationKey = "validation";

    /// <summary>The key of the days held out.</summary>
    public const string HoldoutKey = "holdout";

    /// <summary>The key of the family.</summary>
    public const string FamilyKey = "family";

    /// <summary>The key of the ledger.</summary>
    public const string LedgerKey = "ledger";

    /// <summary>The section.</summary>
    public static ValueKind<WorkflowConfig> Kind { get; } = new ObjectKind<WorkflowConfig>(
        [
            Workflow, Name, Seed, Data, Instruments, Classifiers, Portfolios, Execution, Metrics, Benchmark, Signals, Search, Validation, Steps, Holdout, MonteCarlo, Family,
            Ledger, Plugins, Output,
        ],
        Build)
    {
        Elsewhere = DataSection.Keys.Select(key => (Key: key, Section: DataKey))
            .Concat(ExecutionSection.KeyNames.Select(key => (Key: key, Section: "execution")))
            .Concat(PortfolioSection.KeyNames.Select(key => (Key: key, Section: "portfolios")))
            .DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Section, StringComparer.Ordinal),
    };

    private static WorkflowConfig Build(MapReader map)
    {
        ulong seed = map.Get(Seed);
        IReadOnlyList<DataPart> data = [.. (map.Get(Data) ?? []).OfType<DataPart>()]; // one that is not a source is null, and reported
        DateOnly?[] tradeFrom = [.. data.Select(source => source.TradeFrom).Where(day => day is not null).Distinct()];
        if (tradeFrom.Length > 1)
            map.Error(Data.Name, "ambiguous_trade_from", "two sources have different days in trade_from.", "Set it once: trading begins on one day.");
        Instrument[] instruments = [.. map.Get(Instruments).Select(pair => pair.Value with { Symbol = pair.Key })];
        Dictionary<string, string> calendars = instruments
            .Where(instrument => instrument.Calendar is not null)
            .ToDictionary(instrument => instrument.Symbol, instrument => instrument.Calendar!, StringComparer.Ordinal);
        if (calendars.Count == 0 && data.Any(part => NeedsCalendar(part.Options)))
            map.Error(
                Data.Name, "missing_key", "'session' needs a calendar that defines the hours.", "Write, for example, calendar: XNYS beside it.");

        string workflow = map.Get(Workflow);
        bool isSweep = workflow == Workflows.Sweep;
        if (isSweep && !map.Has(SearchKey))
            map.Error(SearchKey, "missing_key", "a sweep needs a search.", "Add search: {parameters: {…}}, or write workflow: backtest.");
        foreach (string key in (string[])[SearchKey, ValidationKey])
        {
            if (!isSweep && map.Has(key))
                map.Error(key, "misplaced_key", $"'{key}' is a key of workflow: sweep.", $"Write workflow: sweep, or remove '{key}'.");
        }

        if (workflow == Workflows.Signals && map.Has(MonteCarloKey))
        {
            map.Error(
                MonteCarloKey,
                "misplaced_key",
                "a run that ends with signals has neither trades nor returns.",
                "Write workflow: backtest, or remove 'monte_carlo'.");
        }

        if (map.Has(MonteCarloKey) && map.Get(Output).Tables == TableFormat.None)
        {
            map.Error(
                MonteCarloKey,
                "missing_tables",
                "trades and returns are drawn from the run's tables, but 'output.tables: none' writes none.",
                "Write output: {tables: parquet}, or remove 'monte_carlo'.");
        }

        bool isResearch = workflow == Workflows.Research;
        if (isResearch && (map.Map[StepsKey] as ParameterMap)?.Entries is not { Count: > 0 })
            map.Error(StepsKey, "missing_key", "a research workflow needs steps.", "Add steps: {discover: {type: search, search: {…}}, …}, or write workflow: backtest.");
        if (!isResearch && map.Has(StepsKey))
            map.Error(StepsKey, "misplaced_key", "'steps' is a key of workflow: research.", "Write workflow: research, or remove 'steps'.");
        var config = new WorkflowConfig
        {
            Workflow = workflow,
            Name = map.Get(Name) ?? "",
            Seed = seed,
            Data = [.. data.Select(source => source.WithSeed(seed) with { Calendars = calendars })],
            TradeFrom = tradeFrom.FirstOrDefault(),
            Instruments = instruments,
            Classifiers = map.Get(Classifiers),
            Portfolios = map.Get(Portfolios),
            Execution = map.Get(Execution),
            Metrics = map.Get(Metrics),
            Benchmark = map.Get(Benchmark),
            Signals = map.Get(Signals) ?? (workflow is Workflows.Signals or Workflows.Replay ? new SignalsConfig() : null),
            Search = map.Get(Search),
            Steps = map.Get(Steps),
            MonteCarlo = map.Get(MonteCarlo),
            Validation = map.Get(Validation),
            Holdout = map.Get(Holdout),
            Family = map.Get(Family),
            Ledger = map.Get(Ledger),
            PluginFolders = map.Get(Plugins),
            Output = map.Get(Output),
        };
        WorkflowKeys.Require(map, workflow); // after their contents: an unknown key is the more likely mistake, and comes first
        return config;
    }

    private static bool NeedsCalendar(BarSourceOptions source) => source is BarSourceOptions.Csv
    {
        Session: SessionHours.Regular or SessionHours.Extended,
        Calendar: null or "none",
    };
}
