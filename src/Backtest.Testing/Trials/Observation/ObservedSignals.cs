using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Keeps what a strategy asks for on one symbol, and passes it on.</summary>
/// <param name="inner">What it is passed on to.</param>
/// <param name="bars">The symbol's bars.</param>
/// <param name="time">The end of the bar at hand, UTC ticks.</param>
/// <param name="node">Who watches.</param>
internal sealed class ObservedSignals(Func<SignalEmitter> inner, BarSeries bars, Func<int, long> time, NodeObserver node) : SignalEmitter
{
    public override void Enter(
        Direction direction, double strength, double? limit, PriceLevel? stopLoss, PriceLevel? takeProfit, double? trailingStop, bool add,
        string? reason, double? stop, TimeInForce timeInForce)
    {
        node.Meter?.Leave();
        var terms = new EntryTerms(limit, stop, timeInForce, stopLoss, takeProfit, trailingStop, add);
        Keep(new RecordedSignal(Index, SignalAction.Enter, direction, strength, terms, reason));
        Inner().Enter(direction, strength, limit, stopLoss, takeProfit, trailingStop, add, reason, stop, timeInForce);
        node.Meter?.Enter();
    }

    public override void Exit(double fraction, string? reason)
    {
        node.Meter?.Leave();
        Keep(new RecordedSignal(Index, SignalAction.Exit, default, fraction, default, reason));
        Inner().Exit(fraction, reason);
        node.Meter?.Enter();
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
