namespace Backtest.Engine;

/// <summary>Orders with other terms.</summary>
internal static class OrderTerms
{
    /// <summary>An order as a request changes it; prices are rounded as those of a new order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="request">What changes.</param>
    /// <param name="entry">Of what protects an entry that has filled, the price it filled at; otherwise not a number.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
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

        // What has a price of its own is at no distance from a fill to come.
        bool isFixed = order.ParentId != 0 && !isTrailing && !(double.IsNaN(limit) && double.IsNaN(stop));
        return order with
        {
            LimitPrice = double.IsNaN(limit) ? order.LimitPrice : Ticks.Limit(limit, side, instrument, factors),
            StopPrice = double.IsNaN(stop) ? order.StopPrice : OrderTypes.Waking(stop, order.Type, side, instrument, factors),
            Distance = isFixed ? double.NaN : double.IsNaN(distance) ? order.Distance : distance,
            Quantity = request.Quantity > 0 ? request.Quantity : order.Quantity,
        };
    }

    /// <summary>An order in units after a split. A run applies splits to prices that are as they were traded.</summary>
    /// <param name="order">The order.</param>
    /// <param name="split">The split.</param>
    /// <param name="quantity">How many it is for then.</param>
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
