using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A universe strategy that executes a test's script in each turn.</summary>
public sealed class ScriptedUniverse(ScriptedUniverse.Script script, IndicatorSpec? indicator = null, bool callsBeforeReady = false)
    : UniverseStrategyFactory
{
    public delegate void Script(in UniverseTurn turn, PerSymbol<double> values, IUniverseSignals signals);

    /// <summary>The script for given parameters, or <see langword="null"/> if it is the same for all.</summary>
    public Func<ParameterMap, Script>? ByParameters { get; init; }

    /// <summary>The script for a turn.</summary>
    public Script Does => script;

    /// <summary>Everything the strategy received apart from turns, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The number of bars of the average true range in which the script gives distances, or 0 for none.</summary>
    public int RangePeriod { get; init; }

    public override PluginDescriptor Descriptor => field ??= new()
    {
        Kind = PluginKind.Strategy,
        Id = "scripted",
        Type = typeof(ScriptedUniverse),
        RangePeriod = RangePeriod,
        Handlers = [new("OnTurn", "BarEvent", "SignalEvent"), new("OnRegime", "RegimeEvent"), new("OnFill", "FillEvent")],
    };

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
    {
    }

    public override UniverseNode Create(ParameterMap parameters, BindingContext context, UniverseConnections connections) =>
        new Node(this, ByParameters?.Invoke(parameters) ?? script, indicator, callsBeforeReady, connections);

    private sealed class Node : UniverseNode
    {
        private readonly ScriptedUniverse _owner;
        private readonly Script _script;
        private readonly PerSymbol<double> _values;
        private readonly bool _hasValues;

        public Node(ScriptedUniverse owner, Script script, IndicatorSpec? indicator, bool callsBeforeReady, UniverseConnections connections)
            : base(connections)
        {
            _owner = owner;
            _script = script;
            CallsBeforeReady = callsBeforeReady;
            _hasValues = indicator is not null;
            if (indicator is not null)
                _values = Request<double>(indicator);
        }

        public override bool CallsBeforeReady { get; }

        public override IReadOnlyList<string> IndicatorNames => _hasValues ? ["value"] : [];

        public override void OnStart(in StartContext context) => _owner.Heard.Add($"start {context.Instrument?.Symbol ?? "all"}");

        public override void OnTurn(in UniverseTurn turn) => _script(turn, _values, Signals);

        public override void ReadIndicators(Instrument instrument, Span<double> values)
        {
            if (_hasValues)
                values[0] = _values[instrument];
        }

        public override void OnRegime(in RegimeEvent regime) => _owner.Heard.Add($"{regime.Symbol ?? "market"} {regime.Regime}");

        public override void OnFill(in FillEvent fill) => _owner.Heard.Add($"fill {fill.Instrument.Symbol}");
    }
}
