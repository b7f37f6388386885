using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Makes a container's nodes so that an observer hears of what they do.</summary>
internal sealed class ObservedContainerFactory(ContainerFactory inner, SubjectObserver observer) : ContainerFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override ContainerNode Create(ParameterMap parameters, BindingContext context, ContainerConnections connections) =>
        new ObservedContainer(connections, new ObservedStrategy(
            connections.Strategy, observer, own => inner.Create(parameters, context, connections with { Strategy = own })));
}
