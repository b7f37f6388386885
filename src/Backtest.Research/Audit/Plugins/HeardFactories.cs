using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Creates a strategy whose inputs and signals are recorded.</summary>
internal sealed class HeardStrategyFactory(StrategyFactory inner, PluginEar ear) : StrategyFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        inner.Create(parameters, context, connections with
        {
            Indicators = ear.Hear(connections.Indicators),
            Signals = ear.Hear(connections.Signals, connections.Bars),
        });
}

/// <summary>Creates a universe strategy whose inputs and signals are recorded.</summary>
internal sealed class HeardUniverseFactory(UniverseStrategyFactory inner, PluginEar ear) : UniverseStrategyFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override UniverseNode Create(ParameterMap parameters, BindingContext context, UniverseConnections connections) =>
        inner.Create(parameters, context, connections with { Indicators = ear.Hear(connections.Indicators) });
}

/// <summary>Creates a classifier whose inputs are recorded.</summary>
internal sealed class HeardClassifierFactory(ClassifierFactory inner, PluginEar ear) : ClassifierFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections) =>
        inner.Create(parameters, context, connections with { Indicators = ear.Hear(connections.Indicators) });
}

/// <summary>Creates a risk manager whose inputs are recorded.</summary>
internal sealed class HeardRiskManagerFactory(RiskManagerFactory inner, PluginEar ear) : RiskManagerFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) =>
        inner.Create(parameters, context, connections with { Indicators = ear.Hear(connections.Indicators) });
}

/// <summary>Creates a container of strategies whose inputs are recorded.</summary>
internal sealed class HeardContainerFactory(ContainerFactory inner, PluginEar ear) : ContainerFactory
{
    public override PluginDescriptor Descriptor => inner.Descriptor;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        inner.Validate(parameters, context, errors);

    public override ContainerNode Create(ParameterMap parameters, BindingContext context, ContainerConnections connections) =>
        inner.Create(parameters, context, connections with
        {
            Strategy = connections.Strategy with { Indicators = ear.Hear(connections.Strategy.Indicators) },
        });
}
