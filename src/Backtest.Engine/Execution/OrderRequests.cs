namespace Backtest.Engine;

/// <summary>Cancels and amends orders on request, once the requests have reached the market.</summary>
internal sealed class OrderRequests(WorkingOrders working, OrderStates states, OrderTransit transit, BacktestEngine engine, Market market)
{
    /// <summary>Takes a cancel request.</summary>
    public void Take(in CancelRequestEvent request, IExecutionEvents events)
    {
        if (working.Find(request.Instrument.Index, request.OrderId) is not { } order)
            return;
        OrderStates.RequestCancel(order, request, events);
        // Cancellations because of ruin take effect at once, without latency.
        if (transit.TakesTime && request.Cause != OrderCause.Ruin)
            transit.Send(request);
        else
            Cancel(order, request, events);
    }

    /// <summary>Takes an amend request.</summary>
    public void Take(in AmendRequestEvent request, IExecutionEvents events)
    {
        if (transit.TakesTime)
            transit.Send(request);
        else
            Amend(request, request.Time, events);
    }

    /// <summary>Executes the requests that have reached the market by a bar.</summary>
    public void Arrive(int instrument, in FillBar bar, IExecutionEvents events)
    {
        var time = new DateTime(bar.Start, DateTimeKind.Utc);
        while (transit.TryTake(instrument, bar, out CancelRequestEvent request))
        {
            if (working.Find(instrument, request.OrderId) is { } order)
                Cancel(order, request with { Time = time }, events);
        }

        while (transit.TryTake(instrument, bar, out AmendRequestEvent request))
            Amend(request, time, events);
    }

    private void Cancel(WorkingOrder order, in CancelRequestEvent request, IExecutionEvents events)
    {
        states.Cancel(order, request.Cause, request.Time, request.Reason, events);
        working.Sweep(request.Instrument.Index);
    }

    private void Amend(in AmendRequestEvent request, DateTime time, IExecutionEvents events)
    {
        int instrument = request.Instrument.Index;
        if (working.Find(instrument, request.OrderId) is not { } order)
            return;
        if (request.Quantity > 0 && request.Quantity <= order.Filled)
        {
            states.Cancel(order, OrderCause.Signal, time, request.Reason ?? "amended", events);
            working.Sweep(instrument);
            return;
        }

        order.Amend(request, engine.Adjustments.Of(instrument, market.LastDay(instrument)));
        OrderStates.Amend(order, OrderCause.Signal, time, request.Reason, events);
        if (request.Quantity > 0)
            Protection.Resize(order, OrderCause.Signal, time, events);
    }
}
