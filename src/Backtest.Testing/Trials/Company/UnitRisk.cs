using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A risk manager that gives every entry one unit.</summary>
internal sealed class UnitRisk : RiskManagerFactory
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.RiskManager,
        Id = "unit",
        Type = typeof(UnitRisk),
        Handlers = [new HandlerDescription("OnSignals", nameof(SignalEvent), nameof(OrderEvent))],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) => new Node(connections);

    private sealed class Node(RiskConnections connections) : RiskNode(connections)
    {
        public override void OnSignals(in RiskTurn turn, IOrders orders)
        {
            foreach (ref readonly SignalEvent signal in turn.Signals)
            {
                if (signal.Action == SignalAction.Enter)
                    orders.Place(signal, 1);
            }
        }
    }
}
