using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Records what a strategy requests on one symbol, and passes it on.</summary>
/// <param name="inner">Receives what is passed on.</param>
/// <param name="bars">The symbol's bars.</param>
/// <param name="time">The end of the current bar, UTC ticks.</param>
/// <param name="node">The observer.</param>
internal sealed class ObservedSignals(Func<SignalEmitter> inner, BarSeries bars, Func<int, long> time, NodeObserver node) : SignalEmitter
{
    public override ReadOnlySpan<OrderEvent> Orders => Inner().Orders;

    public override ReadOnlySpan<ClosedTrade> Trades => Inner().Trades;

    public override SignalHandle Give(in SignalRequest request)
    {
        node.Meter?.Leave();
        Keep(RecordedSignal.From(Index, request));
        SignalHandle handle = Inner().Give(request);
        node.Meter?.Enter();
        return handle;
    }

    private SignalEmitter Inner()
    {
        SignalEmitter emitter = inner();
        emitter.Row = Row;
        return emitter;
    }

    private int Index => (int)bars.FirstIndex + Row;

    private void Keep(RecordedSignal signal) => node.Decide(time(Row), bars.Instrument.Symbol, signal.Row, signal);
}
