using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Builds the tree of a run from the parts of its pass, in the order in which its parts depend on each other. The generator writes the wiring.
/// </summary>
[ContainerFactory(typeof(BacktestContainer))]
public sealed partial class BacktestContainerFactory
{
    private readonly WorkflowConfig _config;
    private readonly PassContext _pass;
    private readonly string _currency;

    /// <summary>Creates a factory for the tree that a configuration describes.</summary>
    /// <param name="config">The run, which has been checked against the data.</param>
    /// <param name="pass">What it shares with the other runs of the pass.</param>
    /// <param name="currency">The currency of all its money.</param>
    internal BacktestContainerFactory(WorkflowConfig config, PassContext pass, string currency)
    {
        _config = config;
        _pass = pass;
        _currency = currency;
    }

    /// <summary>Builds the tree.</summary>
    /// <exception cref="InputException">The configuration or a plugin is invalid.</exception>
    internal BacktestContainer Create()
    {
        if (_config is { Workflow: Workflows.Replay, Recorded: null })
            throw new InputException(new InputError("no_signals", "the signals to replay could not be read") { Key = "signals.from", Position = new SourcePosition(_config.File) });
        RunSeries bars = CreateDataLayer();
        var tree = new TreeContext(
            _pass, _config, bars, CreateIndicatorHub(bars), new UniverseCatalog(_config, _pass.Universes), Engine: null!, []);
        tree = tree with { Engine = CreateExecutionLayer(tree) };
        (ClassifierContainer[] classifiers, RiskPortfolioContainer[] portfolios) = CreateClassifierHierarchy(tree);
        var container = new BacktestContainer(
            new BacktestParts(_config, _pass, bars, tree.Hub, tree.Universes, classifiers, portfolios, tree.Engine, _currency));
        container.Wire(WireEventFlows(container));
        container.Initialize();
        return container;
    }

    /// <summary>The run's own view of the bars of the pass.</summary>
    private RunSeries CreateDataLayer() => _pass.Bars.Share();

    /// <summary>The run's own view of the hub of the pass.</summary>
    private IndicatorRequests CreateIndicatorHub(RunSeries bars) => new(_pass.Hub, bars);

    /// <summary>The engine, with the models that the run names.</summary>
    /// <exception cref="InputException">A model does not exist, or its parameters are invalid.</exception>
    private BacktestEngine CreateExecutionLayer(TreeContext tree)
    {
        var models = new ExecutionModels(tree);
        IPricePath? path = models.Path(_config.Execution);
        FinerBars? finer = models.FinerBars(_config.Execution);
        IOrderMatching? matching = models.Matching(_config.Execution.MatchingInUse);
        TradingCosts? costs = models.Costs(_config.Execution);
        models.CheckInterest(_config.Execution.Interest);
        return path is null || matching is null || costs is null || tree.Errors.Count > 0
            ? throw new InputException(tree.Errors)
            : new BacktestEngine(_config.Execution, path, finer, matching, costs, _pass.Adjustments, new SessionCloses(tree.Bars));
    }

    private (ClassifierContainer[] Classifiers, RiskPortfolioContainer[] Portfolios) CreateClassifierHierarchy(TreeContext tree)
    {
        var portfolioFactory = new RiskPortfolioContainerFactory(tree);
        var classifierFactory = new ClassifierContainerFactory(tree, portfolioFactory);
        ClassifierContainer?[] classifiers = [.. _config.Classifiers.Select(classifierFactory.Create)];
        RiskPortfolioContainer?[] portfolios = [.. _config.Portfolios.Select(portfolio => portfolioFactory.Create(portfolio, classifier: null))];
        if (tree.Errors.Count > 0)
            throw new InputException(tree.Errors);
        return ([.. classifiers.OfType<ClassifierContainer>()], [.. portfolios.OfType<RiskPortfolioContainer>()]);
    }
}
