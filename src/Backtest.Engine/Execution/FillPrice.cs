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

    /// <summary>
    /// The price within the bar's range; not a number: it does not fill there. After an entry inside the bar a stop loss sees all of the
    /// bar, a target only what is proved to come after the entry.
    /// </summary>
    public static double WithinBar(WorkingOrder order, in FillBar bar)
    {
        ref readonly OrderEvent terms = ref order.Order;
        double from = order.From(bar);
        switch (terms.Type)
        {
            case OrderType.Market:
                return double.NaN;
            case OrderType.Limit:
                return TouchedLimit(terms, from, order.Favorable(bar));
            case OrderType.StopLimit when order.IsTriggered:
                return TouchedLimit(terms, from, order.Favorable(bar));
            case OrderType.StopLimit:
                order.IsTriggered = IsTouched(terms, bar);
                return order.IsTriggered && IsBetter(terms.Side, terms.StopPrice, terms.LimitPrice) ? terms.StopPrice : double.NaN;
            default:
                if (!IsTouched(terms, bar))
                    return double.NaN;
                return IsBeyond(terms.Side, from, terms.StopPrice) ? from : terms.StopPrice;
        }
    }

    private static double TouchedLimit(in OrderEvent terms, double from, ProvenRange range)
    {
        double reached = terms.Side == Side.Buy ? range.Low : range.High;
        if (!IsBetter(terms.Side, reached, terms.LimitPrice))
            return double.NaN;
        return IsBetter(terms.Side, from, terms.LimitPrice) ? from : terms.LimitPrice;
    }

    private static bool IsTouched(in OrderEvent terms, in FillBar bar) =>
        IsBeyond(terms.Side, terms.Side == Side.Buy ? bar.High : bar.Low, terms.StopPrice);

    private static bool IsBetter(Side side, double price, double limit) => side == Side.Buy ? price <= limit : price >= limit;

    private static bool IsBeyond(Side side, double price, double stop) => side == Side.Buy ? price >= stop : price <= stop;
}
