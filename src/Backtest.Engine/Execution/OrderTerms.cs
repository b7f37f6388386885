namespace Backtest.Engine;

/// <summary>Computes the changed terms of orders.</summary>
internal static class OrderTerms
{
    /// <summary>An order as amended by a request; prices are rounded like those of a new order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="request">The changes.</param>
    /// <param name="entry">For protection of an entry that has filled, the price of the fill; otherwise NaN.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public static OrderEvent Amended(in OrderEvent order, in AmendRequestEvent request, double entry, AdjustmentFactors? factors)
    {
        (Side side, Instrument instrument) = (order.Side, order.Instrument);
        bool isTrailing = order.Type == OrderType.TrailingStop;
        (double limit, double stop, double distance) = (request.LimitPrice, request.StopPrice, request.Distance);
        if (!isTrailing && !double.IsNaN(distance) && !double.IsNaN(entry))
        {
            double ahead = side == Side.Sell ? distance : -distance;
            (limit, stop) = order.Type == OrderType.Limit ? (entry + ahead, stop) : (limit, entry - ahead);
        }

        // An order with a price of its own has no distance from a future fill.
        bool isFixed = order.ParentId != 0 && !isTrailing && !(double.IsNaN(limit) && double.IsNaN(stop));
        return order with
        {
            LimitPrice = double.IsNaN(limit) ? order.LimitPrice : Ticks.Limit(limit, side, instrument, factors),
            StopPrice = double.IsNaN(stop) ? order.StopPrice : OrderTypes.Waking(stop, order.Type, side, instrument, factors),
            Distance = isFixed ? double.NaN : double.IsNaN(distance) ? order.Distance : distance,
            Quantity = request.Quantity > 0 ? request.Quantity : order.Quantity,
        };
    }

    /// <summary>An order in units after a split. In a run that applies splits, prices are as traded.</summary>
    /// <param name="order">The order.</param>
    /// <param name="split">The split.</param>
    /// <param name="quantity">The order's quantity after the split.</param>
    public static OrderEvent Split(in OrderEvent order, in SplitEvent split, decimal quantity) => order with
    {
        Quantity = quantity,
        LimitPrice = Ticks.Limit(split.Rescale(order.LimitPrice), order.Side, order.Instrument, factors: null),
        StopPrice = Ticks.Stop(split.Rescale(order.StopPrice), order.Side, order.Instrument, factors: null),
        Distance = order.IsDistanceFraction ? order.Distance : split.Rescale(order.Distance),
        Activation = split.Rescale(order.Activation),
        Step = split.Rescale(order.Step),
    };
}
