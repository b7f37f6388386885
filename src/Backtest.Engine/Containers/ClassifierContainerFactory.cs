using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds classifier containers; the generator writes their wiring.</summary>
[ContainerFactory(typeof(ClassifierContainer))]
public sealed partial class ClassifierContainerFactory
{
    private readonly TreeContext _tree;
    private readonly RiskPortfolioContainerFactory _portfolios;

    internal ClassifierContainerFactory(TreeContext tree, RiskPortfolioContainerFactory portfolios)
    {
        _tree = tree;
        _portfolios = portfolios;
    }

    /// <summary>Builds a classifier with the portfolios under it.</summary>
    /// <returns>The container; <see langword="null"/>: something is wrong, and errors say what.</returns>
    internal ClassifierContainer? Create(ClassifierConfig config)
    {
        string key = $"classifiers.{config.Name}";
        var binding = new BindingContext { PeriodsPerYear = _tree.BarsPerYear(config.Timeframe, instrument => Reads(config, instrument)) };
        var factory = _tree.Plugins.Find<ClassifierFactory>(
            PluginKind.Classifier, config.Type, $"{key}.type", config.Position, _tree);
        bool isKnown = config.Reference is null || _tree.Instruments.Any(instrument => instrument.Symbol == config.Reference);
        if (!isKnown)
        {
            _tree.Error(
                "unknown_symbol", $"{key}.reference", config.Position, $"the data has no symbol '{config.Reference}'",
                $"It has: {string.Join(", ", _tree.Instruments.Select(instrument => instrument.Symbol))}.");
        }

        bool hasBars = _tree.CheckTimeframe(config.Timeframe, instrument => Reads(config, instrument), key, config.Position);
        if (factory is null || !PluginResolver.Accepts(factory, config.Parameters, binding, key, _tree) || !isKnown || !hasBars)
            return null;
        (ClassifierRunner runner, ClassifierRecorder recorder) = _tree.Create(
            key, config.Position, () => CreateRunner(config, factory, binding));
        RiskPortfolioContainer?[] portfolios = [.. config.Portfolios.Select(portfolio => _portfolios.Create(portfolio, runner))];
        if (_tree.Errors.Count > 0)
            return null;
        var container = new ClassifierContainer(runner, [.. portfolios.OfType<RiskPortfolioContainer>()], recorder);
        container.Wire(WireEventFlows(container));
        container.Initialize();
        return container;
    }

    private (ClassifierRunner Runner, ClassifierRecorder Recorder) CreateRunner(
        ClassifierConfig config, ClassifierFactory factory, BindingContext binding)
    {
        // The states are named by a node, and a column must know how many there are: the emitter learns it once the node exists.
        var nodes = new ClassifierNode?[_tree.Instruments.Count];
        var columns = new RegimeColumn?[_tree.Instruments.Count];
        string[]? states = null;
        foreach (Instrument instrument in _tree.Instruments)
        {
            if (!Reads(config, instrument))
                continue;
            BarSeries series = _tree.Bars.Find(instrument, config.Timeframe);
            var column = new RegimeColumn(series);
            ClassifierNode node = factory.Create(config.Parameters, binding, new ClassifierConnections(series, _tree.Hub, column));
            states = StateNames.Of(config.Type, node, states);
            column.Expect(states.Length);
            nodes[instrument.Index] = node;
            columns[instrument.Index] = column;
        }

        var description = new ClassifierDescription(config.Name, states ?? [], config.Reference);
        var recorder = new ClassifierRecorder(description);
        return (new ClassifierRunner(description, config, nodes, columns, recorder), recorder);
    }

    private static bool Reads(ClassifierConfig config, Instrument instrument) =>
        config.Reference is null || config.Reference == instrument.Symbol;
}
