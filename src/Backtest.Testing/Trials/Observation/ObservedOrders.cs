namespace Backtest.Testing;

/// <summary>Records what a risk manager answers, and passes it on.</summary>
internal sealed class ObservedOrders(NodeObserver node) : IOrders
{
    private IOrders? _inner;
    private long _time;

    /// <summary>The turn whose answers follow.</summary>
    public void Begin(IOrders inner, long time) => (_inner, _time) = (inner, time);

    public void Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold)
    {
        node.Meter?.Leave();
        _inner!.Place(signal, quantity, riskLimit, measured, threshold);
        Keep(new RecordedAnswer(AnswerKind.Placed, signal.Instrument.Symbol, quantity, riskLimit, measured, threshold));
        node.Meter?.Enter();
    }

    public void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit, double measured, double threshold)
    {
        node.Meter?.Leave();
        _inner!.PlaceShare(signal, share, riskLimit, measured, threshold);
        Keep(new RecordedAnswer(AnswerKind.Placed, signal.Instrument.Symbol, share, riskLimit, measured, threshold));
        node.Meter?.Enter();
    }

    public void Veto(in SignalEvent signal, string riskLimit, double measured, double threshold)
    {
        node.Meter?.Leave();
        _inner!.Veto(signal, riskLimit, measured, threshold);
        Keep(new RecordedAnswer(AnswerKind.Vetoed, signal.Instrument.Symbol, 0, riskLimit, measured, threshold));
        node.Meter?.Enter();
    }

    public void Reduce(Instrument instrument, double fraction, string reason)
    {
        node.Meter?.Leave();
        _inner!.Reduce(instrument, fraction, reason);
        Keep(new RecordedAnswer(AnswerKind.Reduced, instrument.Symbol, (decimal)fraction, reason));
        node.Meter?.Enter();
    }

    public bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason)
    {
        node.Meter?.Leave();
        bool isPlaced = _inner!.Resize(strategyIndex, instrument, quantity, reason);
        Keep(new RecordedAnswer(AnswerKind.Resized, instrument.Symbol, quantity, reason));
        node.Meter?.Enter();
        return isPlaced;
    }

    public void Cancel(in OrderEvent order, string reason)
    {
        node.Meter?.Leave();
        _inner!.Cancel(order, reason);
        Keep(new RecordedAnswer(AnswerKind.Canceled, order.Instrument.Symbol, order.Quantity, reason));
        node.Meter?.Enter();
    }

    private void Keep(RecordedAnswer answer) => node.Decide(_time, answer.Symbol, row: -1, answer);
}
