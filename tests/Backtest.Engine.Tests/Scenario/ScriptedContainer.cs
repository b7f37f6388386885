using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A container that lets its members decide and then executes a test's script, wired by hand like the generator's code.</summary>
public sealed class ScriptedContainer(ScriptedStrategy.Script script) : ContainerFactory
{
    /// <summary>Everything it received, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Called when it is created.</summary>
    public Action? OnCreate { get; init; }

    /// <summary>Called on a signal of a member.</summary>
    public Action? OnSignal { get; init; }

    /// <summary>Whether it keeps its members' signals.</summary>
    public bool KeepsSignals { get; init; } = true;

    /// <summary>Its members' signals.</summary>
    public List<SignalEvent> Signals { get; } = [];

    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.Container,
        Id = "scripted",
        Type = typeof(ScriptedContainer),
        Handlers = [new("OnBar", "BarEvent", "SignalEvent"), new("OnRegime", "RegimeEvent"), new("OnFill", "FillEvent")],
        Flow = new FlowDescription("ScriptedContainer"),
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override ContainerNode Create(ParameterMap parameters, BindingContext context, ContainerConnections connections)
    {
        OnCreate?.Invoke();
        return new Node(this, script, connections);
    }

    private sealed class Node(ScriptedContainer owner, ScriptedStrategy.Script script, ContainerConnections connections)
        : ContainerNode(connections), ISignalEvents
    {
        private readonly MemberStrategies _members = connections.Parts.Members;

        public override void OnStart(in StartContext context) => owner.Heard.Add($"start {string.Join(' ', _members.Names)}");

        public override void OnTurn(int row)
        {
            Signals.Row = row;
            _members.OnBar(new BarEvent(Bars, row), this);
            script(new BarEvent(Bars, row), in Position.Position, Signals);
        }

        public void Emit(in SignalEvent signal)
        {
            if (owner.KeepsSignals)
                owner.Signals.Add(signal);
            owner.OnSignal?.Invoke();
        }

        public override void OnRegime(in RegimeEvent regime)
        {
            owner.Heard.Add($"{regime.Previous} to {regime.Regime}");
            _members.OnRegime(regime);
        }

        public override void OnFill(in FillEvent fill)
        {
            owner.Heard.Add($"fill {fill.Id}");
            _members.OnFill(fill);
        }

        public override void OnReject(in OrderRejectedEvent reject) => _members.OnReject(reject);

        public override void OnCancel(in OrderCanceledEvent cancel) => _members.OnCancel(cancel);
    }
}
