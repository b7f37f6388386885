using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Fills in where a portfolio needs a strategy; it never decides anything.</summary>
internal sealed class IdleStrategy : StrategyFactory
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Strategy,
        Id = "idle",
        Type = typeof(IdleStrategy),
        Handlers = [new HandlerDescription("OnBar", nameof(BarEvent), nameof(SignalEvent))],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new Node(connections);

    private sealed class Node(StrategyConnections connections) : StrategyNode(connections)
    {
        public override void OnTurn(int row)
        {
        }
    }
}
