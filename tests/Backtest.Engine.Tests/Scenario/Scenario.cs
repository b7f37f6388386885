using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A run composed in a test from bars, plugins and a configuration, and executed by the coordinator.</summary>
public sealed class Scenario
{
    private readonly Dictionary<string, IReadOnlyList<TestBar>> _bars = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Timeframe), IReadOnlyList<TestBar>> _higher = [];
    private readonly Dictionary<string, (Timeframe Timeframe, ITradingCalendar? Calendar)> _own = [];
    private readonly Dictionary<string, (Timeframe Timeframe, IReadOnlyList<TestBar> Bars)> _finer = new(StringComparer.Ordinal);
    private readonly List<CorporateAction> _actions = [];
    private readonly List<AdjustmentStep> _adjustments = [];
    private bool _hasUnknownAdjustment;
    private Universe? _universe;

    public TestPlugins Plugins { get; } = new();

    public Timeframe Timeframe { get; init; } = Timeframe.Day;

    /// <summary>The order in which the source names its symbols.</summary>
    public Func<IEnumerable<string>, IEnumerable<string>> SymbolOrder { get; init; } = static symbols => symbols;

    /// <summary>When the instruments trade, or <see langword="null"/> for always.</summary>
    public ITradingCalendar? Calendar { get; init; }

    public WorkflowConfig Config { get; set; } = new()
    {
        Name = "test",
        Data = [new BarSourceOptions.Plugin { Id = "memory" }],
    };

    public Scenario WithBars(string symbol, IReadOnlyList<TestBar> bars)
    {
        _bars[symbol] = bars;
        return this;
    }

    /// <summary>Bars of a symbol that differ from the others' in length or calendar.</summary>
    public Scenario WithBars(string symbol, IReadOnlyList<TestBar> bars, Timeframe timeframe, ITradingCalendar? calendar = null)
    {
        _own[symbol] = (timeframe, calendar);
        return WithBars(symbol, bars);
    }

    /// <summary>Makes a portfolio without a classifier trade only some symbols.</summary>
    public Scenario Trading(string portfolio, params string[] symbols) => With(config => config with
    {
        Portfolios = [.. config.Portfolios.Select(own => own.Name != portfolio ? own : own with
        {
            Strategies = [.. own.Strategies.Select(strategy => strategy with { Symbols = symbols })],
        })],
    });

    /// <summary>Adds bars of a higher timeframe that the source itself has.</summary>
    public Scenario WithHigher(string symbol, Timeframe timeframe, IReadOnlyList<TestBar> bars)
    {
        _higher[(symbol, timeframe)] = bars;
        return this;
    }

    /// <summary>Adds bars of a lower timeframe of A, which show the order in which its bars reach levels.</summary>
    public Scenario WithFiner(Timeframe timeframe, IReadOnlyList<TestBar> bars, string otherwise = "pessimistic", string symbol = "A")
    {
        _finer[symbol] = (timeframe, bars);
        return WithExecution(execution => execution with
        {
            Path = new ExecutionModel(ExecutionModel.FinerBars) { Finer = new FinerBarsConfig(timeframe, new ExecutionModel(otherwise)) },
        });
    }

    /// <summary>Adds bars of a lower timeframe of every symbol, made from the existing bars.</summary>
    public Scenario WithFiner(Timeframe timeframe, string otherwise, Func<TestBar, IEnumerable<TestBar>> split)
    {
        foreach ((string symbol, IReadOnlyList<TestBar> bars) in _bars)
            WithFiner(timeframe, [.. bars.SelectMany(split)], otherwise, symbol);
        return this;
    }

    /// <summary>Sets the timeframe on which the strategy of the first portfolio decides.</summary>
    public Scenario On(Timeframe timeframe) => WithFirst(portfolio => portfolio with
    {
        Strategies = [portfolio.Strategies[0] with { Timeframe = timeframe }, .. portfolio.Strategies.Skip(1)],
    });

    /// <summary>Adds a split of A before a day, by its number.</summary>
    public Scenario WithSplit(int day, decimal ratio) => WithActions(new Split("A", Day(day), ratio));

    /// <summary>Adds a dividend of A before a day, by its number.</summary>
    public Scenario WithDividend(int day, decimal amount) => WithActions(new Dividend("A", Day(day), amount));

    /// <summary>Adjusts the bars before a day, by its number: prices are divided, quantities multiplied. Add in order of days.</summary>
    public Scenario WithAdjustment(int day, double divisor, double units)
    {
        _adjustments.Add(new AdjustmentStep(Day(day), divisor, units));
        return this;
    }

    /// <summary>Marks all prices as adjusted by factors that the source does not provide.</summary>
    public Scenario WithUnknownAdjustment()
    {
        _hasUnknownAdjustment = true;
        return this;
    }

    public Scenario WithActions(params IEnumerable<CorporateAction> actions)
    {
        _actions.AddRange(actions);
        return this;
    }

    /// <summary>One portfolio with a universe strategy.</summary>
    public static Scenario OfUniverse(ScriptedUniverse strategy, params (string Symbol, IReadOnlyList<TestBar> Bars)[] symbols)
    {
        var scenario = new Scenario();
        foreach ((string symbol, IReadOnlyList<TestBar> bars) in symbols)
            scenario.WithBars(symbol, bars);
        scenario.WithPortfolio("main", Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        return scenario;
    }

    /// <summary>Makes the first strategy enter only members of the universe, with ranges of days by their numbers.</summary>
    public Scenario WithUniverse(params (string Symbol, int From, int? To)[] memberships)
    {
        _universe = new Universe([.. memberships.Select(member =>
            new UniverseMembership(member.Symbol, Day(member.From), member.To is { } to ? Day(to) : null))]);
        return WithFirst(portfolio => portfolio with
        {
            Strategies = [portfolio.Strategies[0] with { Universe = "universe.csv" }, .. portfolio.Strategies.Skip(1)],
        });
    }

    /// <summary>Leaves out every bar that has not ended by a time; a symbol keeps at least its first.</summary>
    public Scenario CutAt(DateTime time)
    {
        foreach (string symbol in _bars.Keys)
        {
            TestBar[] kept = [.. _bars[symbol].Where(bar => bar.Start.Ticks + Timeframe.Ticks <= time.Ticks)];
            _bars[symbol] = kept.Length > 0 ? kept : [_bars[symbol][0]];
        }

        return this;
    }

    /// <summary>Changes each bar.</summary>
    public Scenario ChangeBars(Func<TestBar, TestBar> change)
    {
        foreach (string symbol in _bars.Keys.ToArray())
            _bars[symbol] = [.. _bars[symbol].Select(change)];
        return this;
    }

    /// <summary>One portfolio without a classifier, one strategy, a fixed quantity for each entry.</summary>
    public static Scenario Of(IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script, decimal quantity = 10, decimal capital = 100_000) =>
        new Scenario().WithBars("A", bars).WithPortfolio("main", script, quantity, capital);

    public Scenario WithPortfolio(string name, ScriptedStrategy.Script script, decimal quantity = 10, decimal capital = 100_000)
    {
        Plugins.Add(name, new ScriptedStrategy(script));
        Plugins.Add(name, new ScriptedRisk(quantity));
        Config = Config with { Portfolios = [.. Config.Portfolios, PortfolioOf(name, capital)] };
        return this;
    }

    public static PortfolioConfig PortfolioOf(string name, decimal capital = 100_000) => new()
    {
        Name = name,
        Capital = capital,
        Risk = new RiskConfig { Type = name },
        Strategies = [new StrategyConfig { Name = name, Type = name }],
    };

    public Scenario With(Func<WorkflowConfig, WorkflowConfig> change)
    {
        Config = change(Config);
        return this;
    }

    public Scenario WithExecution(Func<ExecutionConfig, ExecutionConfig> change) =>
        With(config => config with { Execution = change(config.Execution) });

    /// <summary>Makes the strategy of a portfolio declare indicators.</summary>
    public Scenario WithIndicators(string portfolio, params IndicatorSpec[] indicators)
    {
        var strategy = (ScriptedStrategy)Plugins.Find(PluginKind.Strategy, portfolio)!;
        Plugins.Add(portfolio, strategy.With(indicators));
        return this;
    }

    /// <summary>Puts every portfolio without a classifier under one.</summary>
    public Scenario UnderClassifier(string name, ScriptedClassifier classifier, string? reference = null)
    {
        Plugins.Add(name, classifier);
        var config = new ClassifierConfig { Name = name, Type = name, Reference = reference, Portfolios = Config.Portfolios };
        return With(run => run with { Classifiers = [.. run.Classifiers, config], Portfolios = [] });
    }

    public Scenario WithInstrument(Instrument instrument) =>
        With(config => config with { Instruments = [.. config.Instruments, instrument] });

    /// <summary>Sets the leverage of the first portfolio.</summary>
    public Scenario WithLeverage(decimal leverage) => WithFirst(portfolio => portfolio with { Leverage = leverage });

    /// <summary>Changes the first portfolio.</summary>
    public Scenario WithFirst(Func<PortfolioConfig, PortfolioConfig> change)
    {
        return Config.Classifiers.Count == 0
            ? With(config => config with { Portfolios = Changed(config.Portfolios) })
            : With(config => config with
            {
                Classifiers = [config.Classifiers[0] with { Portfolios = Changed(config.Classifiers[0].Portfolios) }, .. config.Classifiers.Skip(1)],
            });

        IReadOnlyList<PortfolioConfig> Changed(IReadOnlyList<PortfolioConfig> portfolios) => [change(portfolios[0]), .. portfolios.Skip(1)];
    }

    public RecordedRun Run(RunOptions? options = null, CancellationToken? cancellation = null)
    {
        var recorder = new RecordedRun();
        Execute((options ?? new RunOptions()) with { Recorder = recorder }, cancellation ?? TestContext.Current.CancellationToken);
        return recorder;
    }

    /// <summary>Runs without recording anything but the result.</summary>
    public BacktestResult Unrecorded(RunOptions options) => Execute(options, TestContext.Current.CancellationToken);

    private BacktestResult Execute(RunOptions options, CancellationToken cancellation) =>
        new Coordinator(new WorkflowManagerFactory(
            new MemorySource(_bars, Timeframe, SymbolOrder, Calendar, _higher, _actions, _universe, _own, _adjustments, _hasUnknownAdjustment,
                _finer.Count > 0 ? _finer : null), Plugins))
            .ExecuteWorkflowAsync(Config, options, cancellation).GetAwaiter().GetResult();

    private static DateOnly Day(int day) => DateOnly.FromDateTime(TestBar.FirstDay).AddDays(day);
}
