using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Gives a run its own plugins, and scores the model of its classifiers.</summary>
internal sealed class ScoredPlugins(IReadOnlyList<IPluginSource> plugins, ModelScore score) : IPluginSource
{
    public PluginFactory? Find(PluginKind kind, string type)
    {
        PluginFactory? found = plugins.Select(source => source.Find(kind, type)).FirstOrDefault(factory => factory is not null);
        return found is ClassifierFactory classifier ? new ScoredFactory(classifier, score) : found;
    }

    public IReadOnlyList<string> Ids(PluginKind kind) => [.. plugins.SelectMany(source => source.Ids(kind)).Distinct()];

    public string? ContentHash(PluginKind kind, string type) =>
        plugins.FirstOrDefault(source => source.Find(kind, type) is not null)?.ContentHash(kind, type);

    private sealed class ScoredFactory(ClassifierFactory inner, ModelScore score) : ClassifierFactory
    {
        public override PluginDescriptor Descriptor => inner.Descriptor;

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
            inner.Validate(parameters, context, errors);

        public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
            new ScoredClassifier(connections, own => inner.Create(parameters, context, own), score);
    }
}
