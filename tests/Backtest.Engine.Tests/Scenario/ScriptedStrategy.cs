using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A strategy that executes a test's script on each bar.</summary>
public sealed class ScriptedStrategy(ScriptedStrategy.Script script, params IndicatorSpec[] indicators) : StrategyFactory
{
    public delegate void Script(BarEvent bar, in Position position, ISignals signals);

    public delegate void StartScript(in StartContext context);

    /// <summary>Called before the first bar.</summary>
    public StartScript? OnStart { get; init; }

    /// <summary>Whether the script depends only on its arguments, so that it can be called in advance.</summary>
    public bool IsStateless { get; init; }

    /// <summary>The script for a bar.</summary>
    public Script Does => script;

    /// <summary>The script for given parameters, or <see langword="null"/> if it is the same for all.</summary>
    public Func<ParameterMap, Script>? ByParameters { get; init; }

    /// <summary>Everything the strategy received apart from bars, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>Whether the script reads only bars.</summary>
    public bool IsPure { get; init; }

    /// <summary>Whether the script reads closed trades.</summary>
    public bool ReadsTrades { get; init; }

    /// <summary>The number of bars of the average true range in which the script gives distances, or 0 for none.</summary>
    public int RangePeriod { get; init; }

    public override PluginDescriptor Descriptor => field ??= new()
    {
        Kind = PluginKind.Strategy,
        Id = "scripted",
        Type = typeof(ScriptedStrategy),
        IsPure = IsPure,
        ReadsTrades = ReadsTrades,
        RangePeriod = RangePeriod,
        Handlers = [new("OnBar", "BarEvent", "SignalEvent"), new("OnRegime", "RegimeEvent"), new("OnFill", "FillEvent"), new("OnReject", "OrderRejectedEvent"), new("OnCancel", "OrderCanceledEvent")],
    };

    /// <summary>The same strategy with indicators to declare.</summary>
    public ScriptedStrategy With(params IndicatorSpec[] declared) => new(script, declared) { OnStart = OnStart, IsStateless = IsStateless, IsPure = IsPure, ReadsTrades = ReadsTrades, RangePeriod = RangePeriod, ByParameters = ByParameters };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections) =>
        new Node(this, ByParameters?.Invoke(parameters) ?? script, indicators, connections);

    private sealed class Node : StrategyNode
    {
        private readonly ScriptedStrategy _owner;
        private readonly Script _script;

        public Node(ScriptedStrategy owner, Script script, IndicatorSpec[] indicators, StrategyConnections connections)
            : base(connections)
        {
            _owner = owner;
            _script = script;
            foreach (IndicatorSpec spec in indicators)
                Request<double>(spec);
        }

        public override bool IsStateless => _owner.IsStateless;

        public override void OnStart(in StartContext context) => _owner.OnStart?.Invoke(context);

        public override void OnTurn(int row)
        {
            if (!IsReady && !BecomesReady(row))
                return;
            Signals.Row = row;
            _script(new BarEvent(Bars, row), in Position.Position, Signals);
        }

        public override void OnRegime(in RegimeEvent regime) => _owner.Heard.Add($"{regime.Previous} to {regime.Regime}");

        public override void OnFill(in FillEvent fill) => _owner.Heard.Add($"fill {fill.Id}");

        public override void OnReject(in OrderRejectedEvent reject) => _owner.Heard.Add($"reject {reject.OrderId}");

        public override void OnCancel(in OrderCanceledEvent cancel) => _owner.Heard.Add($"cancel {cancel.OrderId}");
    }
}
