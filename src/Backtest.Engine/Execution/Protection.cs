using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>Adapts protective orders to entries and exits.</summary>
internal sealed class Protection(WorkingOrders working, OrderStates states, Portfolio portfolio)
{
    /// <summary>Activates the protection of an entry after a fill, or enlarges it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="inside">The bar, if the entry filled inside it; otherwise <see cref="BarPlace.None"/>.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    /// <param name="events">Receives the events of orders.</param>
    public void Wake(
        WorkingOrder entry, in FillEvent fill, BarPlace inside, AdjustmentFactors? factors, IExecutionEvents events)
    {
        double share = 0; // the share of the entry covered by targets so far
        foreach (WorkingOrder order in entry.Protection)
        {
            double from = share;
            share += order.Order.Fraction;
            if (order.IsDone)
                continue;
            decimal part = order.Order.Fraction == 0
                ? fill.Quantity
                : EntryParts.Of(fill.Instrument, from, share, entry.Filled)
                    - EntryParts.Of(fill.Instrument, from, share, entry.Filled - fill.Quantity);
            bool wakes = order.IsDormant;
            if (part == 0)
            {
                if (wakes && entry.IsDone)
                    states.Cancel(order, OrderCause.Fill, fill.Time, VetoReason.BelowLot, events);
                continue;
            }

            if (wakes)
                order.Protect((double)fill.Price, inside, factors);
            order.Remaining += part;
            if (wakes)
                OrderStates.Wake(order, fill.Time, events);
            else
                OrderStates.Amend(order, OrderCause.Fill, fill.Time, events);
        }
    }

    /// <summary>
    /// Activates protection added to an entry that has filled at least in part; it covers the same quantity as the entry's other protection.
    /// </summary>
    /// <param name="added">The protection.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="close">The last close.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    /// <param name="events">Receives the events of orders.</param>
    public void Begin(WorkingOrder added, WorkingOrder entry, double close, AdjustmentFactors? factors, IExecutionEvents events)
    {
        Holding holding = portfolio.Holding(added.Order.StrategyIndex, added.Order.Instrument);
        decimal quantity = Largest(entry);
        double price = (double)holding.AveragePrice;
        foreach (WorkingOrder order in entry.Protection)
        {
            if (order != added && order is { IsDone: false, IsDormant: false })
                price = order.EntryPrice;
        }

        added.Protect(price, quantity > 0 ? quantity : Math.Min(entry.Filled, Math.Abs(holding.Quantity)), close, factors);
        OrderStates.Say(added, OrderState.Working, OrderCause.Signal, added.Order.Time, added.Reason, events);
    }

    /// <summary>Resizes the protection of an entry whose quantity changed.</summary>
    public static void Resize(WorkingOrder entry, OrderCause cause, DateTime time, IExecutionEvents events)
    {
        double share = 0;
        foreach (WorkingOrder order in entry.Protection)
        {
            double from = share;
            share += order.Order.Fraction;
            if (order.IsDone)
                continue;
            order.Resize(order.Order.Fraction == 0
                ? entry.Order.Quantity
                : EntryParts.Of(entry.Order.Instrument, from, share, entry.Order.Quantity));
            OrderStates.Amend(order, cause, time, events);
        }
    }

    /// <summary>
    /// Reduces protection after a closing fill: that of the same quantity, or all closing orders if the position is flat, including the filled order
    /// itself, of which splits may leave a remainder because they round up. If protection fills while its entry still works, the remainder of the
    /// entry is canceled, so that what was closed is not entered again.
    /// </summary>
    public void Shrink(WorkingOrder closing, in FillEvent fill, IExecutionEvents events)
    {
        bool isFlat = portfolio.Holding(fill.StrategyIndex, fill.Instrument).Quantity == 0;
        if (closing.Parent is { IsDone: false } entry)
            states.Cancel(entry, OrderCause.Fill, fill.Time, "other_filled", events);
        // Only a flat position ends orders other than those that protect the same entry.
        ReadOnlySpan<WorkingOrder> orders = isFlat ? CollectionsMarshal.AsSpan(working.Of(fill.Instrument.Index))
            : closing.Parent is { } parent ? parent.Protection
            : [];
        foreach (WorkingOrder order in orders)
        {
            if (order == closing || order.IsDone || order.IsDormant || order.Order.StrategyIndex != fill.StrategyIndex || order.IsEntry)
                continue;
            bool isSibling = order.IsProtective && order.Parent == closing.Parent;
            if (isSibling && !isFlat && order.Order.Fraction > 0 && (closing.Order.Fraction > 0 || order.Remaining <= closing.Remaining))
                continue; // covers a part of the entry that is still held
            if (isSibling && (order.Order.Fraction > 0 ? closing.Remaining == 0 : order.Remaining <= fill.Quantity))
            {
                states.Cancel(order, OrderCause.Fill, fill.Time, "other_filled", events);
            }
            else if (isFlat)
            {
                states.Cancel(order, OrderCause.Fill, fill.Time, "position_closed", events);
            }
            else if (isSibling)
            {
                order.Remaining = order.Order.Fraction > 0 ? closing.Remaining : order.Remaining - fill.Quantity;
                OrderStates.Amend(order, OrderCause.Fill, fill.Time, events);
            }
        }

        if (isFlat && !closing.IsDone)
            states.Cancel(closing, OrderCause.Fill, fill.Time, "position_closed", events);
        else if (!isFlat && closing.IsWaitingExit)
            Release(closing, OrderCause.Fill, fill.Time, events);
    }

    /// <summary>Reduces protection to the position that an exit will leave; the protection of the oldest entries is reduced first.</summary>
    public void Release(WorkingOrder exit, OrderCause cause, DateTime time, IExecutionEvents events)
    {
        ref readonly OrderEvent terms = ref exit.Order;
        if (!working.HasProtection(terms.StrategyIndex, terms.Instrument))
            return;
        decimal held = Math.Abs(portfolio.Holding(terms.StrategyIndex, terms.Instrument).Quantity);
        decimal left = Math.Max(0, held - working.Exiting(terms.StrategyIndex, terms.Instrument));
        List<WorkingOrder> orders = working.Of(terms.Instrument.Index);
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
                share = Math.Min(Largest(group!), left);
            }

            if (share == 0)
            {
                states.Cancel(order, cause, time, "exit", events);
            }
            else if (order.Remaining > share)
            {
                order.Remaining = share;
                OrderStates.Amend(order, cause, time, events);
            }
        }
    }

    /// <summary>
    /// The protected quantity of an entry: that of its largest order for the whole, or the sum of its targets for parts, whichever is larger.
    /// </summary>
    public static decimal Largest(WorkingOrder entry)
    {
        decimal whole = 0;
        decimal parts = 0;
        foreach (WorkingOrder order in entry.Protection)
        {
            if (order.IsDone)
                continue;
            if (order.Order.Fraction > 0)
                parts += order.Remaining;
            else
                whole = Math.Max(whole, order.Remaining);
        }

        return Math.Max(whole, parts);
    }
}
