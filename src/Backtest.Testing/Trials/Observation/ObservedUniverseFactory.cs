using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Makes a universe strategy's own node and puts an observer around it.</summary>
internal sealed class ObservedUniverseFactory(UniverseStrategyFactory inner, SubjectObserver observer) : UniverseStrategyFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override UniverseNode Create(ParameterMap parameters, BindingContext context, UniverseConnections connections) =>
        new ObservedUniverse(connections, observer.Add(), own => inner.Create(parameters, context, own));
}
