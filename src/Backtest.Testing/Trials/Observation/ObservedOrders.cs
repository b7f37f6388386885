namespace Backtest.Testing;

/// <summary>Keeps what a risk manager answers, and passes it on.</summary>
internal sealed class ObservedOrders(NodeObserver node) : IOrders
{
    private IOrders? _inner;
    private long _time;

    /// <summary>The turn whose answers follow.</summary>
    public void Begin(IOrders inner, long time) => (_inner, _time) = (inner, time);

    public void Place(in SignalEvent signal, decimal quantity, string? limit, double value, double bound)
    {
        node.Meter?.Leave();
        _inner!.Place(signal, quantity, limit, value, bound);
        Keep(new RecordedAnswer(AnswerKind.Placed, signal.Instrument.Symbol, quantity, limit, value, bound));
        node.Meter?.Enter();
    }

    public void Veto(in SignalEvent signal, string limit, double value, double bound)
    {
        node.Meter?.Leave();
        _inner!.Veto(signal, limit, value, bound);
        Keep(new RecordedAnswer(AnswerKind.Vetoed, signal.Instrument.Symbol, 0, limit, value, bound));
        node.Meter?.Enter();
    }

    public void Reduce(Instrument instrument, double fraction, string reason)
    {
        node.Meter?.Leave();
        _inner!.Reduce(instrument, fraction, reason);
        Keep(new RecordedAnswer(AnswerKind.Reduced, instrument.Symbol, (decimal)fraction, reason));
        node.Meter?.Enter();
    }

    private void Keep(RecordedAnswer answer) => node.Decide(_time, answer.Symbol, row: -1, answer);
}
