using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one strategy on one instrument: it checks each request against earlier ones, and sends it as a signal.</summary>
internal class StrategyEmitter(ISignalSender sender, BarSeries series, PositionCell position, IndicatorReader<double>? range = null) : SignalEmitter
{
    private int _handles;

    public override ReadOnlySpan<OrderEvent> Orders => sender.Orders(series.Instrument);

    public override ReadOnlySpan<ClosedTrade> Trades => position.Trades;

    /// <summary>The bars it decides on.</summary>
    protected BarSeries Series => series;

    /// <summary>The end of the bar the signal is decided on, UTC ticks.</summary>
    protected virtual long Time => series.End[Row];

    /// <summary>The row of the bar the signal is decided on; −1 for the last bar before the chunk.</summary>
    protected virtual int BarRow => Row;

    /// <summary>The trading day of the decision, as a day number.</summary>
    protected virtual int Day => series.Day[Row];

    public override SignalHandle Give(in SignalRequest request)
    {
        ref readonly EntryTerms terms = ref request.Terms;
        if (terms.OneCancelsOther.Number > _handles)
            throw new ArgumentException("OneCancelsOther must name an earlier signal of this strategy on this symbol", nameof(request));
        if (terms.After.Number > _handles)
            throw new ArgumentException("After must name an earlier signal of this strategy on this symbol", nameof(request));
        if (request.RefersTo.Number > _handles)
            throw new ArgumentException($"signal {request.RefersTo.Number} is not an earlier signal of this strategy on this symbol", nameof(request));
        if (terms.GoodUntil is { } last && last.DayNumber < Day)
            throw new ArgumentException($"GoodUntil {last:yyyy-MM-dd} has passed", nameof(request));
        return terms.TrailRanges is null && terms.TrailingStopRanges is null ? Send(request, terms) : Send(request, InPoints(terms));
    }

    private SignalHandle Send(in SignalRequest request, in EntryTerms terms)
    {
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

    /// <summary>The terms with distances in average true ranges converted to points at their current value.</summary>
    private EntryTerms InPoints(EntryTerms terms)
    {
        if (terms.TrailRanges is { } trail)
            terms = terms with { TrailRanges = null, Trail = trail * Range() };
        return terms.TrailingStopRanges is { } trailing ? terms with { TrailingStopRanges = null, TrailingStop = trailing * Range() } : terms;
    }

    private double Range()
    {
        if (range is not { } ranges)
        {
            throw new InvalidOperationException(
                "a distance in average true ranges needs their number of bars: set RangePeriod, such as 14, on the plugin's attribute");
        }

        double now = ranges[BarRow];
        return now > 0 ? now : throw new InvalidOperationException(
            $"the average true range of '{series.Instrument.Symbol}' is {(double.IsNaN(now) ? "not known yet" : "zero")}, so it gives no distance: use a distance in points");
    }

    /// <summary>The requested side, or the side of the position.</summary>
    private Direction DirectionOf(in SignalRequest request) => request.Action switch
    {
        SignalAction.Enter => request.Direction,
        SignalAction.Target when request.Size.Amount != 0 => request.Size.Amount < 0 ? Direction.Short : Direction.Long,
        _ => position.Position.IsShort ? Direction.Short : Direction.Long,
    };
}
