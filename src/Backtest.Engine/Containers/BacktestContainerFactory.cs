using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds the tree of a run in the order its parts depend on each other; the generator writes its wiring.</summary>
[ContainerFactory(typeof(BacktestContainer))]
public sealed partial class BacktestContainerFactory
{
    private readonly WorkflowConfig _config;
    private readonly IBarSourceFactory _sources;
    private readonly IReadOnlyList<IPluginSource> _plugins;

    /// <summary>A factory for the tree a configuration describes.</summary>
    /// <param name="config">The run.</param>
    /// <param name="sources">Opens bar sources.</param>
    /// <param name="plugins">Where plugins are found, the first first.</param>
    public BacktestContainerFactory(WorkflowConfig config, IBarSourceFactory sources, IReadOnlyList<IPluginSource> plugins)
    {
        _config = config;
        _sources = sources;
        _plugins = plugins;
    }

    /// <summary>Builds the tree.</summary>
    /// <param name="chunkBytes">About how much memory the bars of a chunk take.</param>
    /// <param name="cancellation">Heard while data is read.</param>
    /// <exception cref="InputException">The configuration, the data or a plugin is wrong.</exception>
    public BacktestContainer Create(int chunkBytes, CancellationToken cancellation)
    {
        ConfigCheck.Throw(_config);
        (IBarSource source, RunSeries bars, string currency) = CreateDataLayer(cancellation);
        try
        {
            Instrument[] instruments = [.. bars.Finest.Select(series => series.Instrument)];
            var actions = new ActionSchedule(source.Actions, instruments);
            var universes = new UniverseCatalog(_config, _sources, instruments);
            var tree = new TreeContext(
                _config, bars, CreateIndicatorHub(bars), actions, universes, CreateExecutionLayer(bars), new PluginResolver(_plugins),
                _config.TradeFrom?.DayNumber ?? int.MinValue, [], cancellation);
            (ClassifierContainer[] classifiers, RiskPortfolioContainer[] portfolios) = CreateClassifierHierarchy(tree);
            // Once the tree is there it is known which timeframes it reads.
            var streamer = new DataStreamer(source, bars, _config.Execution.StopsOnFault ? 0 : chunkBytes);
            var container = new BacktestContainer(
                new BacktestParts(
                    _config, source, streamer, tree.Hub, classifiers, portfolios, tree.Engine, tree.Years, universes.Files, currency));
            container.Wire(WireEventFlows(container));
            container.Initialize();
            return container;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private (IBarSource Source, RunSeries Bars, string Currency) CreateDataLayer(CancellationToken cancellation)
    {
        IBarSource source = _sources.Open(_config.Data, cancellation);
        try
        {
            SourceSeries[] finest =
            [
                .. source.Series.GroupBy(series => series.Symbol, StringComparer.Ordinal)
                    .Select(group => group.MinBy(series => series.Timeframe.Ticks)!)
                    .OrderBy(series => series.Symbol, StringComparer.Ordinal),
            ];
            DataCheck.Throw(_config, finest);
            string currency = RunCurrency.Of(_config, [.. finest.Select(series => series.Symbol)]);
            BarSeries[] bars = [.. finest.Select((series, index) =>
                new BarSeries(Instrument(series.Symbol, index, currency), series.Timeframe, index, series.HasVolume, series.HasQuotes))];
            return (source, new RunSeries(bars, source.Series), currency);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private IndicatorHub CreateIndicatorHub(RunSeries bars) => new(bars, _plugins);

    private BacktestEngine CreateExecutionLayer(RunSeries bars) =>
        new(_config.Execution, new AdjustmentSchedule([.. bars.Finest.Select(bars.Source)]));

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

    private Instrument Instrument(string symbol, int index, string currency)
    {
        Instrument instrument = _config.Instruments.FirstOrDefault(instrument => instrument.Symbol == symbol) ?? new Instrument { Symbol = symbol };
        return instrument with { Index = index, Currency = instrument.Currency ?? currency };
    }
}
