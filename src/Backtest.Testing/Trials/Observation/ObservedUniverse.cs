using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A universe strategy's node that reports its actions to an observer, invisible to engine and plugin.</summary>
[Observer(nameof(_inner), Meter = nameof(Meter))]
internal sealed partial class ObservedUniverse : UniverseNode, IIndicatorSource, IUniverseSignals
{
    private readonly UniverseConnections _connections;
    private readonly NodeObserver _node;
    private readonly ObservedSignals?[] _signals;
    private readonly UniverseNode _inner;
    private long _time;

    public ObservedUniverse(UniverseConnections connections, SubjectObserver observer, Func<UniverseConnections, UniverseNode> create)
        : base(connections)
    {
        _connections = connections;
        _node = observer.Add();
        _signals = [.. connections.Series.Select(bars => bars is null
            ? null
            : new ObservedSignals(() => (SignalEmitter)connections.Signals[bars.Instrument], bars, _ => _time, _node))];
        _inner = create(connections with { Indicators = this, Signals = this });
    }

    private AllocationMeter? Meter => _node.Meter;

    ISignals IUniverseSignals.this[Instrument instrument]
    {
        get
        {
            ObservedSignals signals = _signals[instrument.Index]!;
            signals.Row = _connections.Rows[instrument.Index];
            return signals;
        }
    }

    ReadOnlySpan<Instrument> IUniverseSignals.InUse => _connections.Signals.InUse;

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series)
    {
        IndicatorReader<TValue> reader = _connections.Indicators.Request<TValue>(spec, series);
        _node.Declare(spec, series.Instrument.Symbol, reader);
        return reader;
    }

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series) =>
        _connections.Indicators.RequestBars(timeframe, offset, series);

    public override void OnTurn(in UniverseTurn turn)
    {
        _time = turn.Time.Ticks;
        Meter?.Enter();
        _inner.OnTurn(turn);
        Meter?.Leave();
        Meter?.EndBar(_time);
    }
}
