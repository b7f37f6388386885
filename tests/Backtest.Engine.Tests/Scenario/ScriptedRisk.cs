using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A risk manager that gives every entry the same quantity, or does what a test says.</summary>
public sealed class ScriptedRisk(ScriptedRisk.Script onSignals, ScriptedRisk.Script? onTurn = null) : RiskManagerFactory
{
    public delegate void Script(in RiskTurn turn, IOrders orders);

    public ScriptedRisk(decimal quantity, Script? onTurn = null)
        : this((in turn, orders) => PlaceAll(turn, orders, quantity), onTurn)
    {
    }

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
        new Node(onSignals, onTurn, connections);

    private static void PlaceAll(in RiskTurn turn, IOrders orders, decimal quantity)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, quantity * (decimal)signal.Strength);
        }
    }

    private sealed class Node(Script onSignals, Script? onTurn, RiskConnections connections) : RiskNode(connections)
    {
        public override void OnTurn(in RiskTurn turn, IOrders orders) => onTurn?.Invoke(turn, orders);

        public override void OnSignals(in RiskTurn turn, IOrders orders) => onSignals(turn, orders);
    }
}
