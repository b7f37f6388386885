using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Makes a strategy's own nodes and puts an observer around each.</summary>
internal sealed class ObservedStrategyFactory(StrategyFactory inner, SubjectObserver observer) : StrategyFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new ObservedStrategy(connections, observer, own => inner.Create(parameters, context, own));
}
