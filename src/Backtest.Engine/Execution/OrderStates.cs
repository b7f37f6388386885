namespace Backtest.Engine;

/// <summary>Moves orders between states and emits an event for each change.</summary>
/// <param name="working">The working orders.</param>
internal sealed class OrderStates(WorkingOrders working)
{
    /// <summary>The reason of orders that waited for the fill of another order, which ended without one.</summary>
    public const string NotTriggered = "not_triggered";

    /// <summary>Records the turn of the latest entry.</summary>
    public void Entered(long turn) => working.LastEntryTurn = turn;

    /// <summary>Submits an order; it may fill from now on, unless it waits for its entry or for another order.</summary>
    public WorkingOrder Submit(in OrderEvent placed, WorkingOrder? parent, long turn, IExecutionEvents events)
    {
        WorkingOrder order = working.Add(placed, parent, turn);
        Say(order, OrderState.Submitted, OrderCause.Order, placed.Time, placed.Reason, events);
        if (!order.IsInactive)
            Say(order, OrderState.Working, OrderCause.Order, placed.Time, placed.Reason, events);
        return order;
    }

    /// <summary>Activates a protective order whose entry filled: it may fill from now on.</summary>
    public static void Wake(WorkingOrder order, DateTime time, IExecutionEvents events) =>
        Say(order, OrderState.Working, OrderCause.Fill, time, order.Reason, events);

    /// <summary>Reports that the quantity or the prices of an order changed.</summary>
    public static void Amend(WorkingOrder order, OrderCause cause, DateTime time, IExecutionEvents events) =>
        Say(order, OrderState.Amended, cause, time, order.Reason, events);

    /// <summary>Reports that a strategy changed the quantity or the prices of an order, with its reason.</summary>
    public static void Amend(WorkingOrder order, OrderCause cause, DateTime time, string? reason, IExecutionEvents events) =>
        Say(order, OrderState.Amended, cause, time, reason ?? order.Reason, events);

    /// <summary>Reports that cancellation was requested. Cancellations because of ruin are never pending, since they take effect at once.</summary>
    public static void RequestCancel(WorkingOrder order, in CancelRequestEvent request, IExecutionEvents events)
    {
        if (request.Cause != OrderCause.Ruin)
            Say(order, OrderState.PendingCancel, request.Cause, request.Time, request.Reason, events);
    }

    /// <summary>Ends an order that filled completely.</summary>
    public void Complete(WorkingOrder order, DateTime time, IExecutionEvents events) =>
        End(order, OrderStatus.Filled, OrderCause.Fill, time, order.Reason, events);

    /// <summary>Cancels an order, and the protective and waiting orders that depend on its fill.</summary>
    public void Cancel(WorkingOrder order, OrderCause cause, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal unfilled = order.Remaining;
        End(order, OrderStatus.Canceled, cause, time, reason, events);
        events.Emit(new OrderCanceledEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, unfilled, reason));
        Orphan(order, cause, time, reason, events);
        EndFollowers(order, cause, time, events);
    }

    /// <summary>Rejects an order, and cancels the protective and waiting orders that depend on its fill.</summary>
    public void Reject(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        End(order, OrderStatus.Rejected, OrderCause.Engine, time, reason, events);
        events.Emit(new OrderRejectedEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, reason));
        Orphan(order, OrderCause.Engine, time, reason, events);
        EndFollowers(order, OrderCause.Engine, time, events);
    }

    /// <summary>Activates the orders that waited for the fill of an order: they may fill from now on.</summary>
    /// <param name="filled">The order that filled.</param>
    /// <param name="time">The time of the fill.</param>
    /// <param name="bar">The bar of the fill.</param>
    /// <param name="price">The price of the fill.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    /// <param name="events">Receives the events of orders.</param>
    public void Release(WorkingOrder filled, DateTime time, in FillBar bar, double price, AdjustmentFactors? factors, IExecutionEvents events)
    {
        filled.IsFollowed = false;
        List<WorkingOrder> orders = working.Of(filled.Order.Instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].IsDone || !Follows(orders[i], filled))
                continue;
            orders[i].Release(time.Ticks, bar, price, factors);
            Wake(orders[i], time, events);
        }
    }

    /// <summary>Cancels a strategy's resting entries on an instrument, because the strategy exits.</summary>
    public void CancelEntries(int strategy, Instrument instrument, DateTime time, IExecutionEvents events)
    {
        if (!working.HasEntry(strategy, instrument))
            return;
        List<WorkingOrder> orders = working.Of(instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i].IsEntry && orders[i].Order.StrategyIndex == strategy && !orders[i].IsDone)
                Cancel(orders[i], OrderCause.Signal, time, "exit", events);
        }
    }

    /// <summary>Cancels the other entries of a group after one of them filled.</summary>
    public void CancelGroup(WorkingOrder filled, DateTime time, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(filled.Order.Instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i] != filled && !orders[i].IsDone && orders[i].IsOfGroup(filled))
                Cancel(orders[i], OrderCause.Fill, time, "other_filled", events);
        }
    }

    /// <summary>Cancels all orders on one instrument.</summary>
    public void CancelAll(int instrument, OrderCause cause, DateTime time, string reason, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(instrument);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsDone)
                Cancel(orders[i], cause, time, reason, events);
        }

        working.Sweep(instrument);
    }

    /// <summary>Cancels the orders that waited for the fill of an order that ended.</summary>
    private void EndFollowers(WorkingOrder ended, OrderCause cause, DateTime time, IExecutionEvents events)
    {
        if (!ended.IsFollowed)
            return;
        List<WorkingOrder> orders = working.Of(ended.Order.Instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsDone && Follows(orders[i], ended))
                Cancel(orders[i], cause, time, NotTriggered, events);
        }
    }

    private static bool Follows(WorkingOrder order, WorkingOrder first) => order.IsAwaiting && order.Order.AfterId == first.Order.Id;

    private void Orphan(WorkingOrder entry, OrderCause cause, DateTime time, string reason, IExecutionEvents events)
    {
        if (!entry.IsEntry)
            return;
        foreach (WorkingOrder order in entry.Protection)
        {
            if (order.IsDormant && !order.IsDone)
                Cancel(order, cause, time, reason, events);
        }
    }

    private void End(
        WorkingOrder order, OrderStatus status, OrderCause cause, DateTime time, string? reason, IExecutionEvents events)
    {
        order.End(status, reason);
        working.Remove(order);
        Say(order, OrderState.Done, cause, time, order.Reason, events);
    }

    /// <summary>Emits the state of an order.</summary>
    public static void Say(
        WorkingOrder order, OrderState state, OrderCause cause, DateTime time, string? reason, IExecutionEvents events) =>
        events.Emit(new OrderStateEvent(order.Place, in order.Order, time, state, cause)
        {
            Status = order.Status,
            Filled = order.Filled,
            Reason = reason,
        });
}
