namespace Backtest.Engine;

/// <summary>Settles positions in an instrument that no longer trades. The engine creates the orders itself, so that every fill has one.</summary>
internal sealed class Settlement(EventCounters counters, Portfolio portfolio, OrderStates states, OrderFills fills)
{
    /// <summary>Closes each strategy's position at the settlement price, without slippage or commission.</summary>
    /// <param name="delisting">The delisting; no orders rest on its instrument.</param>
    /// <param name="reason">The reason of the orders.</param>
    /// <param name="bar">The instrument's last bar.</param>
    /// <param name="events">Receives the events of orders.</param>
    public void Settle(in DelistingEvent delisting, string reason, in FillBar bar, IExecutionEvents events)
    {
        for (int strategy = 0; strategy < portfolio.Strategies; strategy++)
        {
            Holding holding = portfolio.Holding(strategy, delisting.Instrument);
            if (holding.Quantity == 0)
                continue;
            OrderEvent order = ClosingOrder.Of(
                counters.NextOrder(), signal: 0, delisting.Time, holding, Math.Abs(holding.Quantity), reason);
            WorkingOrder working = states.Submit(order, parent: null, bar.Turn, events);
            fills.Settle(working, delisting.Price, delisting.Time, bar, events);
        }
    }
}
