namespace Backtest.Engine;

/// <summary>Says at which price an order fills on a bar.</summary>
internal static class FillPrice
{
    /// <summary>The price at the open; not a number: it does not fill there.</summary>
    public static double AtOpen(WorkingOrder order, double open)
    {
        ref readonly OrderEvent terms = ref order.Order;
        switch (terms.Type)
        {
            case OrderType.Market:
                return open;
            case OrderType.Limit:
                return IsBetter(terms.Side, open, terms.LimitPrice) ? open : double.NaN;
            case OrderType.StopLimit:
                order.IsTriggered |= IsBeyond(terms.Side, open, terms.StopPrice);
                return order.IsTriggered && IsBetter(terms.Side, open, terms.LimitPrice) ? open : double.NaN;
            default:
                return order.IsTriggered || IsBeyond(terms.Side, open, terms.StopPrice) ? open : double.NaN;
        }
    }

    /// <summary>The price within the bar's range; not a number: it does not fill there.</summary>
    /// <param name="order">The order.</param>
    /// <param name="from">The first price it sees of the bar.</param>
    /// <param name="high">The bar's high.</param>
    /// <param name="low">The bar's low.</param>
    public static double WithinBar(WorkingOrder order, double from, double high, double low)
    {
        ref readonly OrderEvent terms = ref order.Order;
        switch (terms.Type)
        {
            case OrderType.Market:
                return double.NaN;
            case OrderType.Limit:
                return TouchedLimit(terms, from, high, low);
            case OrderType.StopLimit when order.IsTriggered:
                return TouchedLimit(terms, from, high, low);
            case OrderType.StopLimit:
                order.IsTriggered = IsTouched(terms, high, low);
                return order.IsTriggered && IsBetter(terms.Side, terms.StopPrice, terms.LimitPrice) ? terms.StopPrice : double.NaN;
            default:
                if (!IsTouched(terms, high, low))
                    return double.NaN;
                return IsBeyond(terms.Side, from, terms.StopPrice) ? from : terms.StopPrice;
        }
    }

    private static double TouchedLimit(in OrderEvent terms, double from, double high, double low)
    {
        double reached = terms.Side == Side.Buy ? low : high;
        if (!IsBetter(terms.Side, reached, terms.LimitPrice))
            return double.NaN;
        return IsBetter(terms.Side, from, terms.LimitPrice) ? from : terms.LimitPrice;
    }

    private static bool IsTouched(in OrderEvent terms, double high, double low) =>
        IsBeyond(terms.Side, terms.Side == Side.Buy ? high : low, terms.StopPrice);

    private static bool IsBetter(Side side, double price, double limit) => side == Side.Buy ? price <= limit : price >= limit;

    private static bool IsBeyond(Side side, double price, double stop) => side == Side.Buy ? price >= stop : price <= stop;
}
