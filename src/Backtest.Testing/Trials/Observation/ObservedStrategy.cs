using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A strategy's node that reports its actions to an observer, invisible to engine and plugin.</summary>
[Observer(nameof(_inner), Meter = nameof(Meter))]
internal sealed partial class ObservedStrategy : StrategyNode, IIndicatorSource
{
    private readonly SubjectObserver _observer;
    private readonly NodeObserver _node;
    private readonly StrategyNode _inner;
    private readonly PositionCell _shown;

    public ObservedStrategy(StrategyConnections connections, SubjectObserver observer, Func<StrategyConnections, StrategyNode> create)
        : base(connections)
    {
        _observer = observer;
        _node = observer.Add();
        _shown = observer.Position is null ? connections.Position : new PositionCell();
        _inner = create(connections with
        {
            Indicators = this,
            Signals = new ObservedSignals(() => connections.Signals, connections.Bars, row => connections.Bars.End[row], _node),
            Position = _shown,
        });
    }

    /// <summary>Every bar must be observed, whatever the plugin does with it.</summary>
    public override bool IsStateless => false;

    private AllocationMeter? Meter => _node.Meter;

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series)
    {
        _node.Reads(spec.Timeframe);
        IndicatorReader<TValue> reader = Request<TValue>(spec);
        _node.Declare(spec, series.Instrument.Symbol, reader);
        return reader;
    }

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series)
    {
        _node.Reads(timeframe);
        return RequestBars(timeframe, offset);
    }

    public override void OnTurn(int row)
    {
        if (!IsReady)
            BecomesReady(row);
        _observer.BeforeBar?.Invoke(row);
        if (_observer.Position is { } shown)
            _shown.Position = shown(row, Position.Position);
        Meter?.Enter();
        _inner.OnTurn(row);
        Meter?.Leave();
        Meter?.EndBar(Bars.End[row]);
    }
}
