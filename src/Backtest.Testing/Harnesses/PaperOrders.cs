namespace Backtest.Testing;

/// <summary>Records every answer, and lets placed orders rest in the portfolio, as the engine would.</summary>
internal sealed class PaperOrders(PaperPortfolio portfolio) : IOrders
{
    public List<RecordedAnswer> Answers { get; } = [];

    public void Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold)
    {
        Answers.Add(new RecordedAnswer(AnswerKind.Placed, signal.Instrument.Symbol, quantity, riskLimit, measured, threshold));
        portfolio.RestEntry(signal.Instrument, signal.Direction == Direction.Long ? quantity : -quantity, signal.StrategyIndex);
    }

    public void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit, double measured, double threshold)
    {
        decimal unit = signal.Instrument.PointValue((decimal)portfolio.Close(signal.Instrument));
        Place(signal, signal.Instrument.RoundDownToLot(share * portfolio.ExactEquity / unit), riskLimit, measured, threshold);
    }

    public void Veto(in SignalEvent signal, string riskLimit, double measured, double threshold) =>
        Answers.Add(new RecordedAnswer(AnswerKind.Vetoed, signal.Instrument.Symbol, 0, riskLimit, measured, threshold));

    public void Reduce(Instrument instrument, double fraction, string reason) =>
        Answers.Add(new RecordedAnswer(AnswerKind.Reduced, instrument.Symbol, (decimal)fraction, reason));

    public bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason)
    {
        Answers.Add(new RecordedAnswer(AnswerKind.Resized, instrument.Symbol, quantity, reason));
        return true;
    }

    public void Cancel(in OrderEvent order, string reason)
    {
        Answers.Add(new RecordedAnswer(AnswerKind.Canceled, order.Instrument.Symbol, order.Quantity, reason));
        portfolio.CancelEntry(order);
    }
}
