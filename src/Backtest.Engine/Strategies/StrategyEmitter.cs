using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one strategy on one instrument: it checks what the author asks for and sends it on.</summary>
internal class StrategyEmitter(ISignalSender sender, BarSeries series, PositionCell position) : SignalEmitter
{
    private int _handles;

    /// <summary>The end of the bar the signal is decided on, UTC ticks.</summary>
    protected virtual long Time => series.End[Row];

    /// <summary>The trading day of the decision, as a day number.</summary>
    protected virtual int Day => series.Day[Row];

    public override SignalHandle Enter(Direction direction, in EntryTerms terms)
    {
        if (direction is not (Direction.Long or Direction.Short))
            throw new ArgumentOutOfRangeException(nameof(direction), direction, $"{direction} is no {nameof(Direction)}");
        terms.Validate();
        if (terms.OneCancelsOther.Number > _handles)
            throw new ArgumentException("OneCancelsOther names no earlier signal of this strategy on this symbol", nameof(terms));
        if (terms.GoodUntil is { } last && last.DayNumber < Day)
            throw new ArgumentException($"GoodUntil {last:yyyy-MM-dd} has passed", nameof(terms));
        return Send(SignalAction.Enter, direction, terms.Strength, terms, terms.Reason);
    }

    public override SignalHandle Exit(double fraction = 1, string? reason = null)
    {
        if (!(fraction is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "fraction must be above 0 and at most 1");
        return Send(SignalAction.Exit, position.Position.IsShort ? Direction.Short : Direction.Long, fraction, default, reason);
    }

    private SignalHandle Send(SignalAction action, Direction direction, double strength, in EntryTerms terms, string? reason)
    {
        var handle = new SignalHandle(++_handles);
        sender.Send(new SignalEvent
        {
            Id = sender.NextSignal(),
            Handle = handle,
            Time = new DateTime(Time, DateTimeKind.Utc),
            Instrument = series.Instrument,
            StrategyIndex = sender.Index,
            Action = action,
            Direction = direction,
            Strength = strength,
            Entry = terms,
            Reason = reason,
        });
        return handle;
    }
}
