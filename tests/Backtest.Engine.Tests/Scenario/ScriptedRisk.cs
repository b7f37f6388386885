using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A risk manager that gives every entry the same quantity, or executes a test's script.</summary>
public sealed class ScriptedRisk(ScriptedRisk.Script onSignals, ScriptedRisk.Script? onTurn = null) : RiskManagerFactory
{
    public delegate void Script(in RiskTurn turn, IOrders orders);

    public delegate int NextScript(in QuietTurns turns);

    /// <summary>Determines at which quiet turns it is called, or <see langword="null"/> for every turn.</summary>
    public NextScript? Next { get; init; }

    public ScriptedRisk(decimal quantity, Script? onTurn = null)
        : this((in turn, orders) => PlaceAll(turn, orders, quantity), onTurn)
    {
    }

    /// <summary>Whether a script reads closed trades.</summary>
    public bool ReadsTrades { get; init; }

    public override PluginDescriptor Descriptor => field ??= new()
    {
        Kind = PluginKind.RiskManager,
        Id = "scripted",
        Type = typeof(ScriptedRisk),
        ReadsTrades = ReadsTrades,
        Handlers =
        [
            new("OnSignals", "SignalEvent", "OrderEvent"),
            .. onTurn is null ? Array.Empty<HandlerDescription>() : [new("OnTurn", "BarEvent", "OrderEvent")],
            .. Next is null ? Array.Empty<HandlerDescription>() : [new("Next", "BarEvent")],
        ],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections) =>
        new Node(this, onSignals, onTurn, connections);

    private static void PlaceAll(in RiskTurn turn, IOrders orders, decimal quantity)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Enter)
                orders.Place(signal, quantity * (decimal)signal.Strength);
        }
    }

    private sealed class Node(ScriptedRisk owner, Script onSignals, Script? onTurn, RiskConnections connections) : RiskNode(connections)
    {
        public override void OnTurn(in RiskTurn turn, IOrders orders) => onTurn?.Invoke(turn, orders);

        public override int Next(in QuietTurns turns) => owner.Next!(turns);

        public override void OnSignals(in RiskTurn turn, IOrders orders) => onSignals(turn, orders);
    }
}
