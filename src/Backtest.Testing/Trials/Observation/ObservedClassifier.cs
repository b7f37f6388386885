using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A classifier's node that reports its regimes to an observer, invisible to engine and plugin.</summary>
[Observer(nameof(_inner), Meter = nameof(Meter))]
internal sealed partial class ObservedClassifier : ClassifierNode, IIndicatorSource
{
    private readonly SubjectObserver _observer;
    private readonly NodeObserver _node;
    private readonly ClassifierNode _inner;

    public ObservedClassifier(
        ClassifierConnections connections, SubjectObserver observer, Func<ClassifierConnections, ClassifierNode> create)
        : base(connections)
    {
        _observer = observer;
        _node = observer.Add();
        var regimes = new ObservedRegimes(connections.Regimes, connections.Bars, _node);
        _inner = create(connections with { Indicators = this, Regimes = regimes });
        regimes.States = _inner.States;
    }

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
        Regimes.Row = row; // where the engine looks for the bar of a fault
        _observer.BeforeBar?.Invoke(row);
        Meter?.Enter();
        _inner.OnTurn(row);
        Meter?.Leave();
        Meter?.EndBar(Bars.End[row]);
    }

    public override void Run(int from, int to)
    {
        for (int row = from; row < to; row++)
            OnTurn(row);
    }
}
