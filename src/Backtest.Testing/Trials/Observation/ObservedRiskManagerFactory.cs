using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Makes a risk manager's own node and puts an observer around it.</summary>
internal sealed class ObservedRiskManagerFactory(RiskManagerFactory inner, SubjectObserver observer) : RiskManagerFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) =>
        new ObservedRiskManager(connections, observer.Add(), own => inner.Create(parameters, context, own));
}
