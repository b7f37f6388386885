using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives a run its own plugins, and scores the models of its classifiers.</summary>
internal sealed class ScoredPlugins(IReadOnlyList<IPluginSource> plugins, ModelScore score) : WrappedPlugins(plugins)
{
    protected override PluginFactory Wrap(PluginFactory found, PluginKind kind, string type) =>
        found is ClassifierFactory classifier ? new ScoredFactory(classifier, score) : found;

    private sealed class ScoredFactory(ClassifierFactory inner, ModelScore score) : ClassifierFactory
    {
        public override PluginDescriptor Descriptor => inner.Descriptor;

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
            inner.Validate(parameters, context, errors);

        public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
            new ScoredClassifier(connections, own => inner.Create(parameters, context, own), score);
    }
}
