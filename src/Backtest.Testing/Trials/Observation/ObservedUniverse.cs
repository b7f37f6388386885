using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A universe strategy's node that tells an observer what it does; to engine and plugin it is not there.</summary>
internal sealed class ObservedUniverse : UniverseNode, IIndicatorSource, IUniverseSignals
{
    private readonly UniverseConnections _connections;
    private readonly NodeObserver _node;
    private readonly ObservedSignals?[] _signals;
    private readonly UniverseNode _inner;
    private long _time;

    public ObservedUniverse(UniverseConnections connections, NodeObserver node, Func<UniverseConnections, UniverseNode> create)
        : base(connections)
    {
        _connections = connections;
        _node = node;
        _signals = [.. connections.Series.Select(bars => bars is null
            ? null
            : new ObservedSignals(() => (SignalEmitter)connections.Signals[bars.Instrument], bars, _ => _time, node))];
        _inner = create(connections with { Indicators = this, Signals = this });
    }

    public override bool CallsBeforeReady => _inner.CallsBeforeReady;

    public override IReadOnlyList<string> IndicatorNames => _inner.IndicatorNames;

    ISignals IUniverseSignals.this[Instrument instrument]
    {
        get
        {
            ObservedSignals signals = _signals[instrument.Index]!;
            signals.Row = _connections.Rows[instrument.Index];
            return signals;
        }
    }

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series)
    {
        IndicatorReader<TValue> reader = _connections.Indicators.Request<TValue>(spec, series);
        _node.Declare(spec, series.Instrument.Symbol, reader);
        return reader;
    }

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series) =>
        _connections.Indicators.RequestBars(timeframe, offset, series);

    public override void OnStart(in StartContext context) => _inner.OnStart(context);

    public override void OnTurn(in UniverseTurn turn)
    {
        _time = turn.Time.Ticks;
        _node.Meter?.Enter();
        _inner.OnTurn(turn);
        _node.Meter?.Leave();
        _node.Meter?.EndBar(_time);
    }

    public override void ReadIndicators(Instrument instrument, Span<double> values) => _inner.ReadIndicators(instrument, values);

    public override void OnRegime(in RegimeEvent regime)
    {
        _node.Meter?.Enter();
        _inner.OnRegime(regime);
        _node.Meter?.Leave();
    }

    public override void OnFill(in FillEvent fill)
    {
        _node.Meter?.Enter();
        _inner.OnFill(fill);
        _node.Meter?.Leave();
    }

    public override void OnReject(in OrderRejectedEvent reject)
    {
        _node.Meter?.Enter();
        _inner.OnReject(reject);
        _node.Meter?.Leave();
    }

    public override void OnCancel(in OrderCanceledEvent cancel)
    {
        _node.Meter?.Enter();
        _inner.OnCancel(cancel);
        _node.Meter?.Leave();
    }
}
