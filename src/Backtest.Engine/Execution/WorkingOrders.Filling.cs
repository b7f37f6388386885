namespace Backtest.Engine;

// How orders fill.
public sealed partial class WorkingOrders
{
    private void CloseAtOpen(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
            Expire(orders[i], bar, events);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsEntry && CanFill(orders[i], bar))
                Execute(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    private void FillAtOpen(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            if (CanFill(orders[i], bar))
                Execute(orders[i], FillPrice.AtOpen(orders[i], bar.Open), bar.Start, bar, ignoresVolume: false, events);
        }
    }

    private void FillWithin(List<WorkingOrder> orders, in FillBar bar, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (!CanFill(order, bar))
                continue;
            double price = FillPrice.WithinBar(order, order.From(bar), bar.High, bar.Low);
            if (!double.IsNaN(price) && !HasNearerStop(order, orders))
                Execute(order, price, bar.End, bar, ignoresVolume: false, events);
        }

        foreach (WorkingOrder order in orders)
        {
            if (order.Order.Type == OrderType.TrailingStop && !order.IsDone && !order.IsDormant)
                order.Trail(bar.High, bar.Low);
        }

        Sweep(orders);
    }

    /// <summary>Whether the price passes a trailing stop of the same entry before it comes to a stop.</summary>
    private static bool HasNearerStop(WorkingOrder stop, List<WorkingOrder> orders)
    {
        if (stop.Order.Type != OrderType.Stop || !stop.IsProtective)
            return false;
        foreach (WorkingOrder order in orders)
        {
            if (order.Parent != stop.Parent || order.Order.Type != OrderType.TrailingStop || order.IsDone)
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
        && !(order.IsEntry && IsOpposed(order));

    /// <summary>Whether an entry would close a position its strategy still has; it waits until the exit is done.</summary>
    private bool IsOpposed(WorkingOrder entry)
    {
        decimal held = _portfolio.Holding(entry.Order.StrategyIndex, entry.Order.Instrument).Quantity;
        return entry.Order.Side == Side.Buy ? held < 0 : held > 0;
    }

    private void Expire(WorkingOrder order, in FillBar bar, IExecutionEvents events)
    {
        if (order.IsDone || order.Order.TimeInForce != TimeInForce.Day || order.IsDormant)
            return;
        if (order.FirstDay < 0)
            order.FirstDay = bar.Day;
        else if (order.FirstDay != bar.Day)
            Cancel(order, new DateTime(bar.Start, DateTimeKind.Utc), "expired", events);
    }

    private void Execute(WorkingOrder order, double price, long time, in FillBar bar, bool ignoresVolume, IExecutionEvents events)
    {
        if (double.IsNaN(price))
            return;
        order.Trigger();
        ref readonly OrderEvent terms = ref order.Order;
        decimal wanted = order.IsEntry ? order.Remaining : Math.Min(order.Remaining, Closable(order));
        if (wanted == 0)
        {
            Cancel(order, new DateTime(time, DateTimeKind.Utc), "position_closed", events);
            return;
        }

        decimal quantity = ignoresVolume ? wanted : Math.Min(wanted, _engine.Available(bar.Volume, terms.Instrument));
        if (quantity == 0)
            return;
        decimal before = (decimal)price;
        bool slips = terms.Type is not (OrderType.Limit or OrderType.StopLimit);
        decimal at = slips ? _engine.Slip(before, terms.Side, terms.Instrument) : before;
        decimal affordable = order.IsEntry ? _buyingPower.Affordable(order, quantity, at) : quantity;
        if (affordable == 0)
        {
            Reject(order, new DateTime(time, DateTimeKind.Utc), "insufficient_funds", events);
            return;
        }

        Trade(order, affordable, before, at, time, bar, events);
        if (affordable < quantity && !order.IsDone)
            Cancel(order, new DateTime(time, DateTimeKind.Utc), "insufficient_funds", events);
    }

    private void Trade(
        WorkingOrder order, decimal quantity, decimal before, decimal at, long time, in FillBar bar, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal value = quantity * at * terms.Instrument.Multiplier;
        decimal commission = _engine.Commission(order.TradedQuantity + quantity, order.Traded + value) - order.Charged;
        order.Fill(quantity, value, commission, bar.Turn);
        if (order.Remaining == 0)
            End(order, OrderStatus.Filled, reason: null);
        events.Emit(new FillEvent(
            ++_fills,
            terms.Id,
            new DateTime(time, DateTimeKind.Utc),
            new DateTime(bar.Start, DateTimeKind.Utc),
            bar.Index,
            terms.Instrument,
            terms.StrategyIndex,
            terms.Side,
            quantity,
            at,
            commission,
            Math.Abs(at - before) * quantity * terms.Instrument.Multiplier));
        List<WorkingOrder> orders = _orders[terms.Instrument.Index];
        if (order.IsEntry)
            Protect(order, quantity, (double)at, time > bar.Start ? bar.Turn : WorkingOrder.Never, orders);
        else
            Closed(order, quantity, new DateTime(time, DateTimeKind.Utc), orders, events);
    }

    /// <summary>Whether an order just placed fills at the close.</summary>
    private bool IsDue(WorkingOrder order, in Turn turn) =>
        order.Turn == turn.Number && order.Order.Type == OrderType.Market && !(order.IsEntry && IsOpposed(order));

    private decimal Closable(WorkingOrder order)
    {
        decimal held = _portfolio.Holding(order.Order.StrategyIndex, order.Order.Instrument).Quantity;
        return Math.Max(0, order.Order.Side == Side.Sell ? held : -held);
    }
}
