namespace Backtest.Engine;

/// <summary>
/// The fills of NautilusTrader at a95c804 with <c>bar_adaptive_high_low_ordering</c>: four prices per bar. New orders may fill at the close they were
/// decided on. A limit fills at its limit even if the open is better, and a stop-limit at a price no better than its stop.
/// </summary>
internal sealed class NautilusMatching : StandardMatching
{
    public override string? Missing(in OrderEvent order) => OtherOrders.Of(order);

    public override string? Refuses(IRestingOrder order, double close)
    {
        ref readonly OrderEvent terms = ref order.Order;
        return terms.Type switch
        {
            OrderType.MarketOnOpen or OrderType.MarketOnClose => "not_supported",
            OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop when IsBeyond(terms.Side, close, terms.StopPrice) => "already_through",
            _ => null,
        };
    }

    public override double AtClose(IRestingOrder order, double close) =>
        order.Order.Type == OrderType.Limit && IsBetter(order.Order.Side, close, order.Order.LimitPrice) ? close : base.AtClose(order, close);

    public override int LastDay(IRestingOrder order, int firstDay) =>
        order.Order.TimeInForce == TimeInForce.Day ? int.MaxValue : base.LastDay(order, firstDay);

    public override double AtOpen(IRestingOrder order, in MatchedBar bar)
    {
        ref readonly OrderEvent terms = ref order.Order;
        bool wasTriggered = order.IsTriggered;
        double price = base.AtOpen(order, bar);
        return double.IsNaN(price) ? price : terms.Type switch
        {
            OrderType.Limit => terms.LimitPrice,
            OrderType.StopLimit => wasTriggered ? Passive(terms, price) : terms.StopPrice,
            _ => price,
        };
    }

    protected override BarTouch Limit(in OrderEvent terms, in BarPath path) => base.Limit(terms, path) with { Price = terms.LimitPrice };

    protected override BarTouch TriggeredLimit(in OrderEvent terms, in BarPath path) => AtCorners(terms, path, first: 1);

    protected override BarTouch StopLimit(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        double when = Touched(terms, terms.StopPrice, path);
        order.IsTriggered = !double.IsNaN(when);
        if (!order.IsTriggered)
            return BarTouch.None;
        int corner = (int)Math.Ceiling(when);
        return IsBetter(terms.Side, path.Corner(corner), terms.LimitPrice)
            ? new BarTouch(when, terms.StopPrice)
            : AtCorners(terms, path, corner + 1);
    }

    /// <summary>A triggered stop-limit is compared with the four prices of the bar only, not with those between.</summary>
    private static BarTouch AtCorners(in OrderEvent terms, in BarPath path, int first)
    {
        for (int corner = first; corner <= BarPath.End; corner++)
        {
            double price = path.Corner(corner);
            if (IsBetter(terms.Side, price, terms.LimitPrice))
                return new BarTouch(corner, Passive(terms, price));
        }

        return BarTouch.None;
    }

    /// <summary>The fill price of a triggered stop-limit: the price, but no better than its stop and no worse than its limit.</summary>
    private static double Passive(in OrderEvent terms, double price) => terms.Side == Side.Buy
        ? Math.Min(terms.LimitPrice, Math.Max(terms.StopPrice, price))
        : Math.Max(terms.LimitPrice, Math.Min(terms.StopPrice, price));
}
