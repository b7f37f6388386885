namespace Backtest.Engine;

/// <summary>
/// Rules that try orders one after the other, in the order placed, each against the whole bar: a stop placed before a target fills even if the bar
/// opens beyond the target.
/// </summary>
internal abstract class SequentialMatching : StandardMatching
{
    public override double AtOpen(IRestingOrder order, in MatchedBar bar)
    {
        OrderType type = order.Order.Type;
        if (OtherOrders.Of(order.Order) is not null)
            return base.AtOpen(order, bar);
        bool isAtMarket = type is OrderType.Market or OrderType.MarketOnOpen
            || (order.IsTriggered && type is (OrderType.Stop or OrderType.TrailingStop));
        return isAtMarket ? bar.Open : double.NaN;
    }

    protected override BarTouch Limit(in OrderEvent terms, in BarPath path)
    {
        MatchedBar bar = path.Bar;
        if (!IsBetter(terms.Side, terms.Side == Side.Buy ? bar.Low : bar.High, terms.LimitPrice))
            return BarTouch.None;
        return new BarTouch(0, IsBetter(terms.Side, path.From, terms.LimitPrice) ? path.From : terms.LimitPrice);
    }
}
