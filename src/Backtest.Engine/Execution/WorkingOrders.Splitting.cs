namespace Backtest.Engine;

// How a split changes what rests.
public sealed partial class WorkingOrders
{
    /// <summary>
    /// Restates what rests on an instrument in units after a split, ahead of its fills. Entries are rounded down to the lot; what closes is
    /// rounded up, and to no more than is held, so that no lot is left unprotected.
    /// </summary>
    public void OnSplit(in SplitEvent split, IExecutionEvents events)
    {
        List<WorkingOrder> orders = _orders[split.Instrument.Index];
        for (int i = 0; i < orders.Count; i++)
        {
            WorkingOrder order = orders[i];
            if (order.IsDone)
                continue;
            bool isDormant = order.IsDormant;
            order.Split(split, order.IsEntry || isDormant ? split.Lots(order.Remaining) : Closing(order, split));
            if (order.Remaining == 0 && !isDormant)
                Cancel(order, split.Time, order.IsEntry ? VetoReason.BelowLot : "position_closed", events);
        }

        Sweep(orders);
    }

    /// <summary>What an order that closes may close once the ledger has heard of the split.</summary>
    private decimal Closing(WorkingOrder order, in SplitEvent split)
    {
        decimal held = Math.Abs(split.Lots(_portfolio.Holding(order.Order.StrategyIndex, split.Instrument).Quantity));
        decimal lot = split.Instrument.LotSize;
        return Math.Min(held, Math.Ceiling(split.Units(order.Remaining) / lot) * lot);
    }
}
