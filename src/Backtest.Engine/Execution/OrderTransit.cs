namespace Backtest.Engine;

/// <summary>Orders and requests on their way to the market: sets when orders may fill, and keeps requests until they arrive.</summary>
internal sealed class OrderTransit(Latency? latency, Market market)
{
    private readonly long _ticks = (latency as Latency.Time)?.Length.Ticks ?? 0;
    private readonly int _bars = (latency as Latency.Bars)?.Count ?? 0;
    private readonly List<(long Time, long Index, CancelRequestEvent Request)> _cancels = [];
    private readonly List<(long Time, long Index, AmendRequestEvent Request)> _amendments = [];

    /// <summary>Whether there is latency.</summary>
    public bool TakesTime => latency is not null;

    /// <summary>Makes an order just placed wait until it has arrived.</summary>
    public void Send(WorkingOrder order)
    {
        if (TakesTime)
            (order.ArrivesAt, order.ArrivesOn) = Arrival(order.Order.Time, order.Order.Instrument);
    }

    /// <summary>Keeps a cancel request until it has arrived.</summary>
    public void Send(in CancelRequestEvent request)
    {
        (long time, long index) = Arrival(request.Time, request.Instrument);
        _cancels.Add((time, index, request));
    }

    /// <summary>Keeps an amend request until it has arrived.</summary>
    public void Send(in AmendRequestEvent request)
    {
        (long time, long index) = Arrival(request.Time, request.Instrument);
        _amendments.Add((time, index, request));
    }

    /// <summary>Whether a request for an instrument is on its way.</summary>
    public bool HasRequests(int instrument)
    {
        foreach ((_, _, CancelRequestEvent request) in _cancels)
        {
            if (request.Instrument.Index == instrument)
                return true;
        }

        foreach ((_, _, AmendRequestEvent request) in _amendments)
        {
            if (request.Instrument.Index == instrument)
                return true;
        }

        return false;
    }

    /// <summary>Takes the first cancel request that has arrived by a bar.</summary>
    public bool TryTake(int instrument, in FillBar bar, out CancelRequestEvent request)
    {
        for (int i = 0; i < _cancels.Count; i++)
        {
            (long time, long index, request) = _cancels[i];
            if (request.Instrument.Index != instrument || time > bar.Start || index > bar.Index)
                continue;
            _cancels.RemoveAt(i);
            return true;
        }

        request = default;
        return false;
    }

    /// <summary>Takes the first amend request that has arrived by a bar.</summary>
    public bool TryTake(int instrument, in FillBar bar, out AmendRequestEvent request)
    {
        for (int i = 0; i < _amendments.Count; i++)
        {
            (long time, long index, request) = _amendments[i];
            if (request.Instrument.Index != instrument || time > bar.Start || index > bar.Index)
                continue;
            _amendments.RemoveAt(i);
            return true;
        }

        request = default;
        return false;
    }

    private (long Time, long Index) Arrival(DateTime sent, Instrument instrument) =>
        (sent.Ticks + _ticks, _bars == 0 ? 0 : market.LastBar(instrument.Index).Index + 1 + _bars);
}
