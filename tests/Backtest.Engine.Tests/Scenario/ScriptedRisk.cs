using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A risk manager that gives every entry the same quantity, or does what a test says.</summary>
public sealed class ScriptedRisk(decimal quantity, ScriptedRisk.Script? onTurn = null) : RiskManagerFactory
{
    public delegate void Script(in RiskTurn turn, IOrders orders);

    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.RiskManager,
        Id = "scripted",
        Type = typeof(ScriptedRisk),
        Handlers = onTurn is null
            ? [new("OnSignals", "SignalEvent", "OrderEvent")]
            : [new("OnSignals", "SignalEvent", "OrderEvent"), new("OnTurn", "BarEvent", "OrderEvent")],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) =>
        new Node(quantity, onTurn, connections);

    private sealed class Node(decimal quantity, Script? onTurn, RiskConnections connections) : RiskNode(connections)
    {
        public override void OnTurn(in RiskTurn turn, IOrders orders) => onTurn?.Invoke(turn, orders);

        public override void OnSignals(in RiskTurn turn, IOrders orders)
        {
            foreach (ref readonly SignalEvent signal in turn.Signals)
            {
                if (signal.Action == SignalAction.Enter)
                    orders.Place(signal, quantity * (decimal)signal.Strength);
            }
        }
    }
}
