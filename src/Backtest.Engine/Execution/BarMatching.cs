namespace Backtest.Engine;

/// <summary>Says which orders a bar may fill, and in which order: what closes ahead of what opens, stops ahead of targets.</summary>
internal sealed class BarMatching(WorkingOrders working, OrderStates states, OrderFills fills, AdjustmentSchedule adjustments)
{
    /// <summary>Ends day orders of an earlier day, and fills what closes at the open.</summary>
    public void CloseAtOpen(int instrument, in FillBar bar, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        for (int i = 0; i < orders.Count; i++)
            Expire(orders[i], bar, events);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsEntry && CanFill(orders[i], bar))
                fills.Fill(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    /// <summary>Fills what enters at the open.</summary>
    public void FillAtOpen(int instrument, in FillBar bar, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        for (int i = 0; i < orders.Count; i++)
        {
            if (CanFill(orders[i], bar))
                fills.Fill(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    /// <summary>Fills what is touched within the bar, and moves trailing stops after it.</summary>
    public void FillWithin(int instrument, in FillBar bar, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (!CanFill(order, bar))
                continue;
            double price = FillPrice.WithinBar(order, bar);
            if (!double.IsNaN(price) && !HasNearerStop(order))
                fills.Fill(order, price, bar.End, bar, ignoresVolume: false, events);
        }

        foreach (WorkingOrder order in orders)
        {
            if (order.Order.Type != OrderType.TrailingStop || order.IsDone || order.IsDormant || order.IsTriggered)
                continue;
            ProvenRange proven = order.Favorable(bar);
            (double best, double stop) = order.Trailed(
                order.Best, order.Order.StopPrice, proven.High, proven.Low, adjustments.Of(instrument, bar.Day));
            order.Trail(best, stop);
        }

        working.Sweep(instrument);
    }

    /// <summary>Whether an order fills at the close of a turn, by its number: it was placed in it.</summary>
    public bool IsDueAtClose(WorkingOrder order, long turn) =>
        order.Turn == turn && order.Order.Type == OrderType.Market && !(order.IsEntry && fills.IsOpposed(order));

    /// <summary>Whether the price passes a trailing stop of the same entry before it comes to a stop.</summary>
    private static bool HasNearerStop(WorkingOrder stop)
    {
        if (stop.Order.Type != OrderType.Stop || stop.Parent is not { } entry)
            return false;
        foreach (WorkingOrder order in entry.Protection)
        {
            if (order.Order.Type != OrderType.TrailingStop || order.IsDone)
                continue;
            return stop.Order.Side == Side.Sell
                ? order.Order.StopPrice > stop.Order.StopPrice
                : order.Order.StopPrice < stop.Order.StopPrice;
        }

        return false;
    }

    /// <summary>An order fills on a bar that starts at or after its decision, once; protection also on the bar of its entry.</summary>
    private bool CanFill(WorkingOrder order, in FillBar bar) =>
        !order.IsDone && !order.IsDormant && order.LastFillTurn != bar.Turn && (order.IsProtective || order.Order.Time.Ticks <= bar.Start)
        && !(order.IsEntry && fills.IsOpposed(order));

    private void Expire(WorkingOrder order, in FillBar bar, IExecutionEvents events)
    {
        if (order.IsDone || order.Order.TimeInForce != TimeInForce.Day || order.IsDormant)
            return;
        if (order.FirstDay < 0)
            order.FirstDay = bar.Day;
        else if (order.FirstDay != bar.Day)
            states.Cancel(order, OrderCause.Engine, new DateTime(bar.Start, DateTimeKind.Utc), "expired", events);
    }
}
