namespace Backtest.Engine;

// How protective orders follow entries and exits.
public sealed partial class WorkingOrders
{
    /// <summary>A fill of an entry wakes its protection, or makes it larger.</summary>
    private static void Protect(WorkingOrder entry, decimal quantity, double price, long inside, List<WorkingOrder> orders)
    {
        foreach (WorkingOrder order in orders)
        {
            if (order.Parent != entry || order.IsDone)
                continue;
            if (order.IsDormant)
                order.Protect(price, inside);
            order.Remaining += quantity;
        }
    }

    /// <summary>
    /// A fill that closes takes from what protects the same quantity, and from all protection once the position is flat. What protection
    /// closes is not entered again: the rest of its entry goes.
    /// </summary>
    private void Closed(WorkingOrder closing, decimal quantity, DateTime time, List<WorkingOrder> orders, IExecutionEvents events)
    {
        bool isFlat = _portfolio.Holding(closing.Order.StrategyIndex, closing.Order.Instrument).Quantity == 0;
        if (closing.Parent is { IsDone: false } entry)
            Cancel(entry, time, "other_filled", events);
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (order == closing || order.IsDone || order.IsDormant || order.Order.StrategyIndex != closing.Order.StrategyIndex || order.IsEntry)
                continue;
            bool isSibling = order.IsProtective && order.Parent == closing.Parent;
            if (isSibling && order.Remaining <= quantity)
                Cancel(order, time, "other_filled", events);
            else if (isFlat)
                Cancel(order, time, "position_closed", events);
            else if (isSibling)
                order.Remaining -= quantity;
        }
    }

    /// <summary>An exit leaves only as much protection as there will be position: the oldest entries' goes first.</summary>
    private void Unprotect(WorkingOrder exit, List<WorkingOrder> orders, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref exit.Order;
        decimal held = Math.Abs(_portfolio.Holding(terms.StrategyIndex, terms.Instrument).Quantity);
        decimal left = Math.Max(0, held - Exiting(terms.StrategyIndex, terms.Instrument));
        WorkingOrder? group = null;
        decimal share = 0;
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            WorkingOrder order = orders[i];
            if (!order.IsProtective || order.IsDone || order.Order.StrategyIndex != terms.StrategyIndex || order.IsDormant)
                continue;
            if (order.Parent != group)
            {
                group = order.Parent;
                left -= share;
                share = Math.Min(order.Remaining, left);
            }

            if (share == 0)
                Cancel(order, terms.Time, "exit", events);
            else
                order.Remaining = Math.Min(order.Remaining, share);
        }
    }

    private static WorkingOrder? FindEntry(List<WorkingOrder> orders, int id)
    {
        for (int i = orders.Count - 1; i >= 0; i--)
        {
            if (orders[i].Order.Id == id)
                return orders[i];
        }

        return null;
    }
}
