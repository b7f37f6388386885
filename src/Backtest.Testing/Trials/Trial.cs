using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>Runs one plugin through the coordinator, as a run file would, with the other plugins it needs.</summary>
internal static class Trial
{
    private const string SubjectName = "subject";
    private const string Company = "company";
    private const string MoreCompany = "more-company";

    /// <summary>Whether the other plugins needed by this kind exist.</summary>
    public static bool CanRun(PluginFactory factory) => Observed(factory, new SubjectObserver()) is not null;

    /// <exception cref="InputException">The parameters, or what the plugin requests, cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public static TrialResult Run(PluginFactory factory, ParameterMap parameters, TrialSetup setup)
    {
        var indicators = new PackageIndicators(factory);
        var plugins = new TrialPlugins(indicators);
        plugins.Add(Company, setup.Regimes ?? ScriptedRegimes.Changing(["none"]));
        plugins.Add(
            Company, factory is RiskManagerFactory or ContainerFactory ? new ScriptedEntries(setup.FirstSignal, setup.SignalRarity) : new IdleStrategy());
        plugins.Add(MoreCompany, new ScriptedEntries(setup.FirstSignal, setup.SignalRarity, variation: 1));
        plugins.Add(Company, new UnitRisk());
        SubjectObserver subject = setup.Observer ?? new SubjectObserver();
        SubjectObserver[] siblings = [.. Enumerable.Range(0, setup.Siblings).Select(_ => new SubjectObserver())];
        string[] names = [.. siblings.Select((_, i) => FormattableString.Invariant($"sibling-{i + 1}")), SubjectName];
        foreach ((string name, SubjectObserver observer) in names.Zip([.. siblings, subject]))
        {
            observer.Package = indicators;
            plugins.Add(name, Observed(factory, observer)
                ?? throw new NotSupportedException($"There are no companion plugins for {factory.Descriptor.Id}, which is a {factory.Descriptor.Kind.Words}."));
        }

        BacktestResult result = Execute(Config(factory, parameters, setup, names), plugins, setup);
        if (result.Status == RunStatus.Interrupted)
            throw new OperationCanceledException(setup.Cancellation);
        return new TrialResult(
            subject.Decisions,
            [.. siblings.Select(sibling => sibling.Decisions)],
            subject.Indicators,
            result.Faults.FirstOrDefault(fault => fault.Container.Split('/').Any(names.Contains)));
    }

    private static BacktestResult Execute(WorkflowConfig config, TrialPlugins plugins, TrialSetup setup)
    {
        var coordinator = new Coordinator(new WorkflowManagerFactory(new SeriesSource(setup.Bars), plugins));
        var options = new RunOptions { Threads = setup.Threads, ChunkBytes = setup.ChunkBytes, TakesEveryTurn = setup.TakesEveryTurn };
        return coordinator.ExecuteWorkflowAsync(config, options, setup.Cancellation).GetAwaiter().GetResult();
    }

    private static PluginFactory? Observed(PluginFactory factory, SubjectObserver observer) => factory switch
    {
        StrategyFactory strategy => new ObservedStrategyFactory(strategy, observer),
        UniverseStrategyFactory universe => new ObservedUniverseFactory(universe, observer),
        ClassifierFactory classifier => new ObservedClassifierFactory(classifier, observer),
        RiskManagerFactory risk => new ObservedRiskManagerFactory(risk, observer),
        ContainerFactory container => new ObservedContainerFactory(container, observer),
        _ => null,
    };

    private static WorkflowConfig Config(PluginFactory factory, ParameterMap parameters, TrialSetup setup, string[] names)
    {
        bool hasClassifier = factory is ClassifierFactory || setup.Regimes is not null;
        string? reference = factory is ClassifierFactory ? null : setup.Bars[0].Instrument.Symbol;
        return new WorkflowConfig
        {
            Name = "trial",
            Seed = setup.Seed,
            Data = [new BarSourceOptions.Plugin { Id = "memory", Timeframe = setup.Bars[0].Timeframe }],
            Instruments = [.. setup.Bars.Select(bars => bars.Instrument)],
            Portfolios = hasClassifier ? [] : [.. names.Select(name => Portfolio(factory, parameters, name, setup.Timeframe))],
            Classifiers = !hasClassifier ? [] :
            [
                .. names.Select(name => new ClassifierConfig
                {
                    Name = factory is ClassifierFactory ? name : $"above-{name}",
                    Type = factory is ClassifierFactory ? name : Company,
                    Parameters = factory is ClassifierFactory ? parameters : ParameterMap.Empty,
                    Reference = reference,
                    Timeframe = factory is ClassifierFactory ? setup.Timeframe : null,
                    Portfolios = [Portfolio(factory, parameters, name, setup.Timeframe)],
                }),
            ],
        };
    }

    private static PortfolioConfig Portfolio(PluginFactory factory, ParameterMap parameters, string name, Timeframe? timeframe) => new()
    {
        Name = factory is ClassifierFactory ? $"under-{name}" : name,
        Capital = factory is RiskManagerFactory ? 1_000_000 : 1_000_000_000,
        Risk = factory is RiskManagerFactory
            ? new RiskConfig { Type = name, Parameters = parameters }
            : new RiskConfig { Type = Company },
        Strategies = [Strategy(factory, parameters, name, timeframe)],
    };

    private static StrategyConfig Strategy(PluginFactory factory, ParameterMap parameters, string name, Timeframe? timeframe) => factory switch
    {
        StrategyFactory or UniverseStrategyFactory =>
            new StrategyConfig { Name = SubjectName, Type = name, Parameters = parameters, Timeframe = timeframe },
        ContainerFactory => new StrategyConfig
        {
            Name = SubjectName,
            Type = name,
            Parameters = parameters,
            Strategies = [Member(Company), Member(MoreCompany)],
        },
        _ => Member(Company),
    };

    private static StrategyConfig Member(string name) => new() { Name = name, Type = name };
}
