using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Records the values of the indicators a plugin requests.</summary>
internal sealed class HeardIndicators(IIndicatorSource inner, PluginEar ear) : IIndicatorSource
{
    /// <inheritdoc/>
    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        IndicatorReader<TValue> reader = inner.Request<TValue>(spec, series);
        ear.Keep(spec, series, reader);
        return reader;
    }

    /// <inheritdoc/>
    public BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series) => inner.RequestBars(timeframe, offset, series);
}

/// <summary>Records the signals of a strategy.</summary>
internal sealed class HeardSignals(SignalEmitter inner, BarSeries bars, EventStream events) : SignalEmitter
{
    /// <inheritdoc/>
    public override ReadOnlySpan<OrderEvent> Orders => inner.Orders;

    /// <inheritdoc/>
    public override ReadOnlySpan<ClosedTrade> Trades => inner.Trades;

    /// <inheritdoc/>
    public override SignalHandle Give(in SignalRequest request)
    {
        EntryTerms terms = request.Terms;
        if (request.Action == SignalAction.Enter)
        {
            Keep(
                $"enter {request.Direction}",
                FormattableString.Invariant($", {terms.Type}, strength {terms.Strength}, limit {terms.Limit}, stop {terms.Stop}, ")
                + FormattableString.Invariant($"stop loss {terms.StopLoss?.Value}, take profit {terms.TakeProfit?.Value}, ")
                + FormattableString.Invariant($"trailing {terms.TrailingStop ?? terms.TrailingStopRanges}, after {terms.After.Number}, {terms.Reason}"));
        }
        else if (request.Action == SignalAction.Exit)
        {
            Keep("exit", FormattableString.Invariant($", fraction {request.Strength}, {request.Reason}"));
        }
        else
        {
            Keep(
                request.Action == SignalAction.Target ? "target" : request.Action == SignalAction.Cancel ? "cancel" : "amend",
                FormattableString.Invariant($", of {request.RefersTo.Number}, {request.Size.Amount} {request.Size.Unit}, {terms.Limit} {terms.Stop} ")
                + FormattableString.Invariant($"{terms.Trail} {terms.StopLoss} {terms.TakeProfit} {terms.TrailingStop}, {request.Reason}"));
        }

        inner.Row = Row;
        return inner.Give(request);
    }

    private void Keep(string decision, string terms) =>
        events.Events.Add(new TraceEvent(bars.End[Row], bars.Instrument.Symbol, decision + terms) { Decision = decision });
}
