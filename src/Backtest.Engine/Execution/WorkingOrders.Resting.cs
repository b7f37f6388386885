using System.Runtime.InteropServices;

namespace Backtest.Engine;

// What rests, as those who decide ask for it.
public sealed partial class WorkingOrders
{
    /// <summary>Whether a strategy has an entry resting on an instrument, to this side where one is named.</summary>
    internal bool HasEntry(int strategy, Instrument instrument, Side? side = null)
    {
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsEntry && order.Order.StrategyIndex == strategy && (side ?? order.Order.Side) == order.Order.Side)
                return true;
        }

        return false;
    }

    /// <summary>How many of a strategy's position resting exits will close.</summary>
    internal decimal Exiting(int strategy, Instrument instrument)
    {
        decimal quantity = 0;
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsExit && order.Order.StrategyIndex == strategy)
                quantity += order.Remaining;
        }

        return quantity;
    }

    /// <summary>The quantity of an instrument resting entries would add, or resting exits take; below zero for sales.</summary>
    internal decimal RestingQuantity(Instrument instrument, bool entries)
    {
        decimal quantity = 0;
        foreach (WorkingOrder order in Resting(instrument))
        {
            if (order.IsProtective || order.IsEntry != entries)
                continue;
            quantity += order.Order.Side == Side.Buy ? order.Remaining : -order.Remaining;
        }

        return quantity;
    }

    /// <summary>Every order not done, for the record.</summary>
    internal IEnumerable<WorkingOrder> Working() => _orders.SelectMany(orders => orders);

    private ReadOnlySpan<WorkingOrder> Resting(Instrument instrument) => CollectionsMarshal.AsSpan(_orders[instrument.Index]);
}
