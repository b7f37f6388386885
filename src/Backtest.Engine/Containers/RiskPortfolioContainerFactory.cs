using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds risk and portfolio containers. The generator writes their wiring.</summary>
[ContainerFactory(typeof(RiskPortfolioContainer))]
public sealed partial class RiskPortfolioContainerFactory
{
    private const int SymbolsShown = 10;

    private readonly TreeContext _tree;

    internal RiskPortfolioContainerFactory(TreeContext tree) => _tree = tree;

    private bool EndsWithSignals => _tree.Config.Workflow == Workflows.Signals;

    /// <summary>Builds a portfolio with its strategies and its risk manager.</summary>
    /// <returns>The container; <see langword="null"/> if there are errors.</returns>
    internal RiskPortfolioContainer? Create(PortfolioConfig config, ClassifierRunner? classifier)
    {
        string key = $"portfolios.{config.Name}";
        BindingContext binding = Binding(config, classifier, config.Strategies, timeframe: null);
        CheckRegimes(config, classifier, binding, key);
        RiskConfig risk = EndsWithSignals ? RiskConfig.None : config.Risk;
        RiskManagerFactory? riskFactory = EndsWithSignals
            ? new NoRiskFactory()
            : _tree.Plugins.Find<RiskManagerFactory>(PluginKind.RiskManager, risk.Type, $"{key}.risk.type", risk.Position, _tree);
        bool isValid = riskFactory is not null
            && PluginResolver.Accepts(riskFactory, risk.Parameters, binding, $"{key}.risk", _tree);
        SignalReplay? replay = _tree.Config is { Workflow: Workflows.Replay, Recorded: { } recorded } ? new SignalReplay(_tree, config, recorded) : null;
        var plans = new List<StrategyPlan?>();
        foreach (StrategyConfig strategy in config.Strategies)
        {
            string path = $"{key}.strategies.{strategy.Name}";
            CheckSymbols(strategy, path);
            _tree.CheckTimeframe(strategy.Timeframe, instrument => StrategyGroup.WorksOn(strategy, instrument), path, strategy.Position);
            CheckUniverse(strategy, path);
            BindingContext meaning = Binding(config, classifier, [strategy], strategy.Timeframe);
            StrategyPlan? plan = replay is null ? new StrategyPlanner(_tree, meaning).Plan(strategy, path) : replay.Plan(strategy, path, meaning);
            CheckScope(plan, path);
            plans.Add(plan);
        }

        IAccount? account = EndsWithSignals ? new LeverageAccount(1) : new ExecutionModels(_tree).Account(config);
        if (!isValid || account is null || plans.Contains(null) || _tree.Errors.Count > 0)
            return null;
        try
        {
            return Build(config with { Risk = risk }, account, classifier, binding, riskFactory!, [.. plans.OfType<StrategyPlan>()]);
        }
        catch (InputException exception)
        {
            _tree.Errors.AddRange(exception.Errors);
            return null;
        }
    }

    private RiskPortfolioContainer Build(
        PortfolioConfig config,
        IAccount account,
        ClassifierRunner? classifier,
        BindingContext binding,
        RiskManagerFactory riskFactory,
        IReadOnlyList<StrategyPlan> plans)
    {
        string key = $"portfolios.{config.Name}";
        var context = new FaultContext();
        var counters = new EventCounters();
        var market = new Market(_tree.Series, _tree.Engine.Costs.NeedsSessions, _tree.Engine.Finer);
        var regimes = new RegimeFeed(classifier, _tree.Instruments);
        var portfolio = new Portfolio(
            EndsWithSignals ? NoRiskFactory.Capital : config.Capital, [.. plans.Select(plan => !plan.Factory.Descriptor.IsPure)], _tree.Instruments, market, regimes);
        if (riskFactory.Descriptor.ReadsTrades)
            portfolio.KeepTrades();
        for (int strategy = 0; strategy < plans.Count; strategy++)
        {
            if (plans[strategy].ReadsTrades)
                portfolio.KeepTrades(strategy);
        }

        var clock = new TurnClock();
        OrderExecution execution = _tree.Engine.Open(config, account, portfolio, clock, market, counters);
        ExecutionConfig rules = _tree.Config.Execution;
        var delistings = new Delistings(
            _tree.Actions, _tree.Pass.Clock(rules.DelistedAfter), rules.DelistingReturn, portfolio, market, execution.Working);
        var factory = new OrderFactory(counters, portfolio, execution.Working, market, _tree.Engine.Adjustments);
        var interest = new InterestFeed(EndsWithSignals ? null : rules.Interest, _tree.Instruments, portfolio, _tree.TradeFrom);
        var ruin = new Ruin(rules.ContinuesOnRuin, portfolio, execution.Working, factory);
        var marginCalls = new MarginCalls(account, ruin, portfolio, market, execution.Working, _tree.Engine.Closes, factory);
        var builder = new StrategyBuilder(_tree, context);
        StrategyGroup[] strategies =
        [
            .. plans.Select((plan, index) => new StrategyGroup(
                index, plan, builder, _tree.Bars, _tree.Universes.Of(plan.Config), portfolio, market, execution.Working, counters,
                context)),
        ];
        var turns = new PortfolioTurns(_tree.Bars, strategies, classifier, time => delistings.IsDue(time) || rules.Flat.Has(time));
        BarSeries?[] traded = [.. _tree.Series.Select(series => turns.Traded.Contains(series) ? series : null)];
        RiskNode node = _tree.Create(
            $"{key}.risk",
            config.Risk.Position,
            () => riskFactory.Create(config.Risk.Parameters, binding, new RiskConnections(traded, market.Rows, _tree.Hub)));
        var risk = new OrderGate(new OrderGateParts(
            config.Risk, riskFactory.Descriptor, node, !EndsWithSignals, strategies, portfolio, market, execution.Working, regimes, _tree.Engine,
            account, counters, ruin, context,
            _tree.TradeFrom, [.. _tree.Series.Select(_tree.Years.BarsOf)]));
        var recorder = new PortfolioRecorder(config.Name, clock, market, strategies, regimes, _tree.Pass.HasHashes);
        string path = classifier is null ? config.Name : $"{classifier.Description.Name}/{config.Name}";
        var container = new RiskPortfolioContainer(path, new RiskPortfolioParts(
            config, turns, classifier, clock, interest, new ActionFeed(_tree.Actions, market), new UniverseFeed(strategies, execution.Working), execution, market,
            delistings, regimes, portfolio, strategies, risk, new ClosingSession(rules), ruin, marginCalls, new Valuation(portfolio, _tree.TradeFrom),
            recorder, counters, context));
        container.Wire(WireEventFlows(container));
        container.Initialize();
        return container;
    }

    /// <summary>The facts that the parameters of a strategy, or of the risk manager above strategies, may refer to.</summary>
    private BindingContext Binding(PortfolioConfig config, ClassifierRunner? classifier, IReadOnlyList<StrategyConfig> strategies, Timeframe? timeframe) => new()
    {
        Regimes = classifier is null ? [] : [.. classifier.Description.States, RegimeEvent.Unknown],
        IsMarketRegime = classifier?.Description.Reference is not null,
        GreatestLeverage = config.Account.GreatestLeverage(config.Leverage),
        PeriodsPerYear = _tree.BarsPerYear(
            timeframe, instrument => strategies.Any(strategy => StrategyGroup.WorksOn(strategy, instrument))),
    };

    private void CheckSymbols(StrategyConfig strategy, string path)
    {
        foreach (string symbol in strategy.Symbols)
        {
            if (_tree.Instruments.All(instrument => instrument.Symbol != symbol))
            {
                _tree.Error(
                    "unknown_symbol", $"{path}.symbols", strategy.Position, $"the data has no symbol '{symbol}'",
                    $"It has: {string.Join(", ", _tree.Instruments.Select(instrument => instrument.Symbol))}.");
            }
        }
    }

    /// <summary>A strategy that looks across symbols decides in every turn, so it cannot have a timeframe of its own.</summary>
    private void CheckScope(StrategyPlan? plan, string path)
    {
        if (plan is not { Factory: UniverseStrategyFactory, Config.Timeframe: not null })
            return;
        _tree.Error(
            "timeframe_of_universe", $"{path}.timeframe", plan.Config.Position,
            $"'{plan.Config.Type}' compares symbols, so it decides in every turn of the data",
            "Remove 'timeframe', and use data of that timeframe or let the strategy decide only every few bars.");
    }

    private void CheckUniverse(StrategyConfig strategy, string path)
    {
        string key = $"{path}.universe";
        try
        {
            if (_tree.Universes.Of(strategy) is { HasAny: false })
            {
                IEnumerable<string> symbols = _tree.Instruments.Take(SymbolsShown).Select(instrument => instrument.Symbol);
                _tree.Error(
                    "foreign_universe", key, strategy.Position, $"the data has no symbol of the universe {strategy.Universe}",
                    $"The data has: {string.Join(", ", symbols)}.");
            }
        }
        catch (InputException exception)
        {
            SourcePosition position = _tree.Locate(strategy.Position);
            _tree.Errors.AddRange(exception.Errors.Select(error =>
                error.Position.File is null ? error with { Key = key, Position = position } : error));
        }
    }

    private void CheckRegimes(PortfolioConfig config, ClassifierRunner? classifier, BindingContext binding, string key)
    {
        foreach (StrategyConfig strategy in config.Strategies)
            CheckRegimes(strategy, $"{key}.strategies.{strategy.Name}");

        void CheckRegimes(StrategyConfig strategy, string path)
        {
            CheckNames($"{path}.active_in", strategy.Position, strategy.ActiveIn?.Select(regime => (regime, strategy.Position)));
            CheckNames($"{path}.by_regime", strategy.Position, strategy.ByRegime?.Select(differing => (differing.Regime, differing.Position)));
            foreach ((int index, DatedParametersConfig dated) in (strategy.ByDate ?? []).Index())
                CheckNames($"{path}.by_date[{index}].by_regime", dated.Position, dated.ByRegime?.Select(differing => (differing.Regime, differing.Position)));
            foreach (StrategyConfig member in strategy.Strategies ?? [])
                CheckRegimes(member, $"{path}.strategies.{member.Name}");
        }

        void CheckNames(string path, SourcePosition position, IEnumerable<(string Regime, SourcePosition Position)>? named)
        {
            if (named is not null && classifier is null)
            {
                _tree.Error(
                    "no_classifier", path, position, "there is no classifier above this portfolio that could name a regime",
                    "Move the portfolio under a classifier, or remove the key.");
                return;
            }

            foreach ((string regime, SourcePosition place) in named ?? [])
            {
                if (!binding.Regimes.Contains(regime))
                {
                    _tree.Error(
                        "unknown_regime", path, place, $"'{classifier!.Description.Name}' has no regime '{regime}'",
                        $"It has: {string.Join(", ", binding.Regimes)}.");
                }
            }
        }
    }
}
