namespace Backtest.Engine;

/// <summary>Brings orders from state to state, and says so.</summary>
/// <param name="working">The orders at work.</param>
internal sealed class OrderStates(WorkingOrders working)
{
    /// <summary>The reason of orders that waited for another to fill, which ended without.</summary>
    public const string NotTriggered = "not_triggered";

    /// <summary>Takes note of the turn something was entered in.</summary>
    public void Entered(long turn) => working.LastEntryTurn = turn;

    /// <summary>An order came in, and may fill from now on unless it waits for its entry.</summary>
    public WorkingOrder Submit(in OrderEvent placed, WorkingOrder? parent, long turn, IExecutionEvents events)
    {
        WorkingOrder order = working.Add(placed, parent, turn);
        Say(order, OrderState.Submitted, OrderCause.Order, placed.Time, placed.Reason, events);
        if (!order.IsInactive)
            Say(order, OrderState.Working, OrderCause.Order, placed.Time, placed.Reason, events);
        return order;
    }

    /// <summary>Its entry filled: a protective order may fill from now on.</summary>
    public static void Wake(WorkingOrder order, DateTime time, IExecutionEvents events) =>
        Say(order, OrderState.Working, OrderCause.Fill, time, order.Reason, events);

    /// <summary>Its quantity or its prices changed.</summary>
    public static void Amend(WorkingOrder order, OrderCause cause, DateTime time, IExecutionEvents events) =>
        Say(order, OrderState.Amended, cause, time, order.Reason, events);

    /// <summary>Its strategy changed its quantity or its prices, and said why.</summary>
    public static void Amend(WorkingOrder order, OrderCause cause, DateTime time, string? reason, IExecutionEvents events) =>
        Say(order, OrderState.Amended, cause, time, reason ?? order.Reason, events);

    /// <summary>Its end was asked for. What ruin asks for is not up to the market: it waits for nothing.</summary>
    public static void RequestCancel(WorkingOrder order, in CancelRequestEvent request, IExecutionEvents events)
    {
        if (request.Cause != OrderCause.Ruin)
            Say(order, OrderState.PendingCancel, request.Cause, request.Time, request.Reason, events);
    }

    /// <summary>All of it filled.</summary>
    public void Complete(WorkingOrder order, DateTime time, IExecutionEvents events) =>
        End(order, OrderStatus.Filled, OrderCause.Fill, time, order.Reason, events);

    /// <summary>It stands no longer, and neither does protection that waits for it.</summary>
    public void Cancel(WorkingOrder order, OrderCause cause, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        decimal unfilled = order.Remaining;
        End(order, OrderStatus.Canceled, cause, time, reason, events);
        events.Emit(new OrderCanceledEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, unfilled, reason));
        Orphan(order, cause, time, reason, events);
        EndFollowers(order, cause, time, events);
    }

    /// <summary>The engine refuses it, and protection that waits for it with it.</summary>
    public void Reject(WorkingOrder order, DateTime time, string reason, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref order.Order;
        End(order, OrderStatus.Rejected, OrderCause.Engine, time, reason, events);
        events.Emit(new OrderRejectedEvent(terms.Id, time, terms.Instrument, terms.StrategyIndex, reason));
        Orphan(order, OrderCause.Engine, time, reason, events);
        EndFollowers(order, OrderCause.Engine, time, events);
    }

    /// <summary>An order filled for which others wait: they may fill from now on.</summary>
    /// <param name="filled">The order.</param>
    /// <param name="time">When it filled.</param>
    /// <param name="bar">On which bar.</param>
    /// <param name="price">At which price.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    /// <param name="events">Where what becomes of orders goes.</param>
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

    /// <summary>Cancels a strategy's resting entries on an instrument, which an exit makes pointless.</summary>
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

    /// <summary>Cancels the entries that a fill of one of their group ends.</summary>
    public void CancelGroup(WorkingOrder filled, DateTime time, IExecutionEvents events)
    {
        List<WorkingOrder> orders = working.Of(filled.Order.Instrument.Index);
        for (int i = 0; i < orders.Count; i++)
        {
            if (orders[i] != filled && !orders[i].IsDone && orders[i].IsOfGroup(filled))
                Cancel(orders[i], OrderCause.Fill, time, "other_filled", events);
        }
    }

    /// <summary>Cancels everything on one instrument.</summary>
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

    /// <summary>Cancels what waited for an order to fill.</summary>
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

    /// <summary>Says where an order stands.</summary>
    public static void Say(
        WorkingOrder order, OrderState state, OrderCause cause, DateTime time, string? reason, IExecutionEvents events) =>
        events.Emit(new OrderStateEvent(order.Place, in order.Order, time, state, cause)
        {
            Status = order.Status,
            Filled = order.Filled,
            Reason = reason,
        });
}
