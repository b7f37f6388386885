using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A risk manager's node that reports its answers to an observer, invisible to engine and plugin.</summary>
[Observer(nameof(_inner), Meter = nameof(Meter))]
internal sealed partial class ObservedRiskManager : RiskNode, IIndicatorSource
{
    private readonly IIndicatorSource _indicators;
    private readonly NodeObserver _node;
    private readonly ObservedOrders _orders;
    private readonly RiskNode _inner;
    private long _time;

    public ObservedRiskManager(RiskConnections connections, SubjectObserver observer, Func<RiskConnections, RiskNode> create)
        : base(connections)
    {
        _indicators = connections.Indicators;
        _node = observer.Add();
        _orders = new ObservedOrders(_node);
        _inner = create(connections with { Indicators = this });
    }

    private AllocationMeter? Meter => _node.Meter;

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series)
    {
        _node.Reads(spec.Timeframe);
        if (series.Index == 0)
            Request<TValue>(spec); // on all series, so that the engine notices an indicator's fault
        IndicatorReader<TValue> reader = _indicators.Request<TValue>(spec, series);
        _node.Declare(spec, series.Instrument.Symbol, reader);
        return reader;
    }

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series) =>
        _indicators.RequestBars(timeframe, offset, series);

    public override void OnTurn(in RiskTurn turn, IOrders orders)
    {
        Begin(turn, orders);
        Meter?.Enter();
        _inner.OnTurn(turn, _orders);
        Meter?.Leave();
    }

    public override void OnSignals(in RiskTurn turn, IOrders orders)
    {
        Begin(turn, orders);
        Meter?.Enter();
        _inner.OnSignals(turn, _orders);
        Meter?.Leave();
    }

    private void Begin(in RiskTurn turn, IOrders orders)
    {
        _orders.Begin(orders, turn.Time.Ticks);
        if (turn.Time.Ticks == _time)
            return;
        if (_time > 0)
            Meter?.EndBar(_time);
        _time = turn.Time.Ticks;
    }
}
