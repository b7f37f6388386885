using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Keeps what a strategy asks for, and passes it on.</summary>
internal sealed class ObservedSignals(SignalEmitter inner, BarSeries bars, NodeObserver node) : SignalEmitter
{
    public override void Enter(
        Direction direction, double strength, double? limit, PriceLevel? stopLoss, PriceLevel? takeProfit, double? trailingStop, bool add,
        string? reason, double? stop, TimeInForce timeInForce)
    {
        node.Meter?.Leave();
        var terms = new EntryTerms(limit, stop, timeInForce, stopLoss, takeProfit, trailingStop, add);
        Keep(new RecordedSignal(Index, SignalAction.Enter, direction, strength, terms, reason));
        inner.Row = Row;
        inner.Enter(direction, strength, limit, stopLoss, takeProfit, trailingStop, add, reason, stop, timeInForce);
        node.Meter?.Enter();
    }

    public override void Exit(double fraction, string? reason)
    {
        node.Meter?.Leave();
        Keep(new RecordedSignal(Index, SignalAction.Exit, default, fraction, default, reason));
        inner.Row = Row;
        inner.Exit(fraction, reason);
        node.Meter?.Enter();
    }

    private int Index => (int)bars.FirstIndex + Row;

    private void Keep(RecordedSignal signal) => node.Decide(bars.End[Row], bars.Instrument.Symbol, signal.Row, signal);
}
