using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Doctor;

/// <summary>Creates the strategy that throws.</summary>
internal sealed class FaultyStrategyFactory : StrategyFactory
{
    /// <inheritdoc/>
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Strategy,
        Id = FaultyPlugins.Id,
        Type = typeof(FaultyStrategyNode),
        Handlers = [new HandlerDescription("OnBar", nameof(BarEvent))],
        IsPure = true,
    };

    /// <inheritdoc/>
    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    /// <inheritdoc/>
    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new FaultyStrategyNode(connections);
}
