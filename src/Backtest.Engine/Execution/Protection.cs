using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>Has protective orders follow entries and exits.</summary>
internal sealed class Protection(WorkingOrders working, OrderStates states, Portfolio portfolio)
{
    /// <summary>A fill of an entry wakes its protection, or makes it larger.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="inside">The bar, where the entry filled inside it; otherwise none.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    /// <param name="events">Where what becomes of orders goes.</param>
    public void Wake(
        WorkingOrder entry, in FillEvent fill, BarPlace inside, AdjustmentFactors? factors, IExecutionEvents events)
    {
        double share = 0; // of the entry, for which there are targets so far
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

    /// <summary>Protection added to an entry that has filled, at least in part, protects as many as its other protection does.</summary>
    /// <param name="added">The protection.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="close">The last close.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    /// <param name="events">Where what becomes of orders goes.</param>
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

    /// <summary>An entry that is for more, or for fewer, has as many protected.</summary>
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
    /// A fill that closes takes from what protects the same quantity, and from all that closes once the position is flat, its own order
    /// included, of which splits rounded up may leave a rest. What protection closes is not entered again: the rest of its entry goes.
    /// </summary>
    public void Shrink(WorkingOrder closing, in FillEvent fill, IExecutionEvents events)
    {
        bool isFlat = portfolio.Holding(fill.StrategyIndex, fill.Instrument).Quantity == 0;
        if (closing.Parent is { IsDone: false } entry)
            states.Cancel(entry, OrderCause.Fill, fill.Time, "other_filled", events);
        // Only a flat position ends more than what protects the same entry.
        ReadOnlySpan<WorkingOrder> orders = isFlat ? CollectionsMarshal.AsSpan(working.Of(fill.Instrument.Index))
            : closing.Parent is { } parent ? parent.Protection
            : [];
        foreach (WorkingOrder order in orders)
        {
            if (order == closing || order.IsDone || order.IsDormant || order.Order.StrategyIndex != fill.StrategyIndex || order.IsEntry)
                continue;
            bool isSibling = order.IsProtective && order.Parent == closing.Parent;
            if (isSibling && !isFlat && order.Order.Fraction > 0 && (closing.Order.Fraction > 0 || order.Remaining <= closing.Remaining))
                continue; // a part of the entry that is still there
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

    /// <summary>An exit leaves only as much protection as there will be position: the oldest entries' goes first.</summary>
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

    /// <summary>How many of an entry are protected: as many as a stop is for, or all targets for parts of it.</summary>
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
