using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Keeps what a strategy asks for on one symbol, and passes it on.</summary>
/// <param name="inner">What it is passed on to.</param>
/// <param name="bars">The symbol's bars.</param>
/// <param name="time">The end of the bar at hand, UTC ticks.</param>
/// <param name="node">Who watches.</param>
internal sealed class ObservedSignals(Func<SignalEmitter> inner, BarSeries bars, Func<int, long> time, NodeObserver node) : SignalEmitter
{
    public override SignalHandle Enter(Direction direction, in EntryTerms terms)
    {
        node.Meter?.Leave();
        Keep(new RecordedSignal(Index, SignalAction.Enter, direction, terms.Strength, terms, terms.Reason));
        SignalHandle handle = Inner().Enter(direction, terms);
        node.Meter?.Enter();
        return handle;
    }

    public override SignalHandle Exit(double fraction, string? reason)
    {
        node.Meter?.Leave();
        Keep(new RecordedSignal(Index, SignalAction.Exit, default, fraction, default, reason));
        SignalHandle handle = Inner().Exit(fraction, reason);
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
