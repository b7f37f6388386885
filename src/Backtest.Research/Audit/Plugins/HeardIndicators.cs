using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>Keeps the values of the indicators a plugin asks for.</summary>
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

/// <summary>Keeps what a strategy signals.</summary>
internal sealed class HeardSignals(SignalEmitter inner, BarSeries bars, EventStream events) : SignalEmitter
{
    /// <inheritdoc/>
    public override SignalHandle Enter(Direction direction, in EntryTerms terms)
    {
        Keep(
            $"enter {direction}",
            FormattableString.Invariant($", {terms.Type}, strength {terms.Strength}, limit {terms.Limit}, stop {terms.Stop}, ")
            + FormattableString.Invariant($"stop loss {terms.StopLoss?.Value}, take profit {terms.TakeProfit?.Value}, ")
            + FormattableString.Invariant($"trailing {terms.TrailingStop}, {terms.Reason}"));
        inner.Row = Row;
        return inner.Enter(direction, terms);
    }

    /// <inheritdoc/>
    public override SignalHandle Exit(double fraction, string? reason)
    {
        Keep("exit", FormattableString.Invariant($", fraction {fraction}, {reason}"));
        inner.Row = Row;
        return inner.Exit(fraction, reason);
    }

    private void Keep(string decision, string terms) =>
        events.Events.Add(new TraceEvent(bars.End[Row], bars.Instrument.Symbol, decision + terms) { Decision = decision });
}
