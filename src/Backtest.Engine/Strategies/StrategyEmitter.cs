using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one strategy on one instrument: it checks what the author asks for against what was asked for before, and sends it on.</summary>
internal class StrategyEmitter(ISignalSender sender, BarSeries series, PositionCell position) : SignalEmitter
{
    private int _handles;

    public override ReadOnlySpan<OrderEvent> Orders => sender.Orders(series.Instrument);

    public override ReadOnlySpan<ClosedTrade> Trades => position.Trades;

    /// <summary>The end of the bar the signal is decided on, UTC ticks.</summary>
    protected virtual long Time => series.End[Row];

    /// <summary>The trading day of the decision, as a day number.</summary>
    protected virtual int Day => series.Day[Row];

    public override SignalHandle Give(in SignalRequest request)
    {
        EntryTerms terms = request.Terms;
        if (terms.OneCancelsOther.Number > _handles)
            throw new ArgumentException("OneCancelsOther names no earlier signal of this strategy on this symbol", nameof(request));
        if (terms.After.Number > _handles)
            throw new ArgumentException("After names no earlier signal of this strategy on this symbol", nameof(request));
        if (request.RefersTo.Number > _handles)
            throw new ArgumentException($"signal {request.RefersTo.Number} is no earlier signal of this strategy on this symbol", nameof(request));
        if (terms.GoodUntil is { } last && last.DayNumber < Day)
            throw new ArgumentException($"GoodUntil {last:yyyy-MM-dd} has passed", nameof(request));
        var handle = new SignalHandle(++_handles);
        sender.Send(new SignalEvent
        {
            Id = sender.NextSignal(),
            Handle = handle,
            Time = new DateTime(Time, DateTimeKind.Utc),
            Instrument = series.Instrument,
            StrategyIndex = sender.Index,
            Action = request.Action,
            Direction = DirectionOf(request),
            Strength = request.Strength,
            Entry = terms,
            RefersTo = request.RefersTo,
            Size = request.Size,
            Band = request.Band,
            Reason = request.Reason,
        });
        return handle;
    }

    /// <summary>The side wanted, or the side of what is held.</summary>
    private Direction DirectionOf(in SignalRequest request) => request.Action switch
    {
        SignalAction.Enter => request.Direction,
        SignalAction.Target when request.Size.Amount != 0 => request.Size.Amount < 0 ? Direction.Short : Direction.Long,
        _ => position.Position.IsShort ? Direction.Short : Direction.Long,
    };
}
