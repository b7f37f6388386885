using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds classifier containers. The generator writes their wiring.</summary>
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

    /// <summary>Builds a classifier, unless the pass already has it, and the portfolios under it.</summary>
    /// <returns>The container; <see langword="null"/> if there are errors.</returns>
    internal ClassifierContainer? Create(ClassifierConfig config)
    {
        string key = $"classifiers.{config.Name}";
        var factory = _tree.Plugins.Find<ClassifierFactory>(
            PluginKind.Classifier, config.Type, $"{key}.type", config.Position, _tree);
        if (Find(config, factory, key) is not { } classifier)
            return null;
        _tree.Bars.AskLike(classifier.Bars);
        _tree.Hub.AskLike(classifier.Indicators);
        RiskPortfolioContainer?[] portfolios = [.. config.Portfolios.Select(portfolio => _portfolios.Create(portfolio, classifier.Runner))];
        if (_tree.Errors.Count > 0)
            return null;
        var container = new ClassifierContainer(classifier, [.. portfolios.OfType<RiskPortfolioContainer>()]);
        container.Wire(WireEventFlows(container));
        container.Initialize();
        return container;
    }

    /// <summary>The classifier of the pass with the same regimes, created if there is none yet.</summary>
    private SharedClassifier? Find(ClassifierConfig config, ClassifierFactory? factory, string key)
    {
        ClassifierKey? known = factory is null ? null : ClassifierKey.Of(config, factory, _tree.Config.Seed, _tree.Config.Learning);
        if (known is not null && _tree.Pass.Classifiers.TryGetValue(known, out SharedClassifier? shared))
            return shared;
        var binding = new BindingContext { PeriodsPerYear = _tree.BarsPerYear(config.Timeframe, instrument => Reads(config, instrument)) };
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
        SharedClassifier created = _tree.Create(key, config.Position, () => CreateClassifier(config, factory, binding));
        _tree.Pass.Classifiers.Add(known!, created);
        return created;
    }

    private SharedClassifier CreateClassifier(ClassifierConfig config, ClassifierFactory factory, BindingContext binding)
    {
        // Its requests are recorded separately, because every run that uses it must make them as well.
        RunSeries bars = _tree.Pass.Bars.Share();
        var indicators = new IndicatorRequests(_tree.Pass.Hub, bars);
        // The node names the states, and the column needs their number, so the column gets it once the node exists.
        var nodes = new ClassifierNode?[_tree.Instruments.Count];
        var columns = new RegimeColumn?[_tree.Instruments.Count];
        string[]? states = null;
        foreach (Instrument instrument in _tree.Instruments)
        {
            if (!Reads(config, instrument))
                continue;
            BarSeries series = bars.Find(instrument, config.Timeframe);
            var column = new RegimeColumn(series);
            ClassifierNode node = factory.Create(config.Parameters, binding, new ClassifierConnections(series, indicators, column));
            states = StateNames.Of(config.Type, node, states);
            column.Expect(states.Length);
            nodes[instrument.Index] = node;
            columns[instrument.Index] = column;
        }

        var description = new ClassifierDescription(config.Name, states ?? [], config.Reference);
        var recorder = new ClassifierRecorder(description, _tree.Pass.HasHashes);
        return new SharedClassifier(
            new ClassifierRunner(description, config, nodes, columns, recorder), recorder, _tree.Config.Seed, _tree.Config.Learning, bars, indicators);
    }

    private static bool Reads(ClassifierConfig config, Instrument instrument) =>
        config.Reference is null || config.Reference == instrument.Symbol;
}
