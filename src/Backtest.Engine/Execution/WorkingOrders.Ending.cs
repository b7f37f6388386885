namespace Backtest.Engine;

// How orders end.
public sealed partial class WorkingOrders
{
    private void CancelEntries(List<WorkingOrder> orders, int strategy, DateTime time, IExecutionEvents events)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].IsEntry && orders[i].Order.StrategyIndex == strategy && !orders[i].IsDone)
                Cancel(orders[i], time, "exit", events);
        }
    }

    private void Cancel(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal unfilled = order.Remaining;
        End(order, OrderStatus.Canceled, reason);
        events.Emit(new OrderCanceledEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, unfilled, reason));
        Orphan(order, time, reason, events);
    }

    private void Reject(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        End(order, OrderStatus.Rejected, reason);
        events.Emit(new OrderRejectedEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, reason));
        Orphan(order, time, reason, events);
    }

    /// <summary>Protection that waits for an entry goes with it.</summary>
    private void Orphan(WorkingOrder entry, DateTime time, string reason, IExecutionEvents events)
    {
        if (!entry.IsEntry)
            return;
        List<WorkingOrder> orders = _orders[entry.Order.Instrument.Index];
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].Parent == entry && orders[i].IsDormant && !orders[i].IsDone)
                Cancel(orders[i], time, reason, events);
        }
    }

    private void End(WorkingOrder order, OrderStatus status, string? reason)
    {
        order.End(status, reason);
        _working--;
        Recorder?.OnOrderDone(order);
    }

    private static void Sweep(List<WorkingOrder> orders) => orders.RemoveAll(static order => order.IsDone);
}
