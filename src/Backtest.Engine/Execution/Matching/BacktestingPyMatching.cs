namespace Backtest.Engine;

/// <summary>
/// The fills of backtesting.py 0.6.6 (<c>backtesting.py</c>, <c>_Broker._process_orders</c>): a stop-limit fills at the better of stop and limit,
/// even if the bar gapped past the stop. After an entry at a limit or stop, its protection works from the next bar, except a target that a stop entry
/// reaches while its stop loss lies outside the bar.
/// </summary>
internal sealed class BacktestingPyMatching : SequentialMatching
{
    public override string? Missing(in OrderEvent order) =>
        order.Type == OrderType.TrailingStop ? "trailing stops"
        : order.Type == OrderType.MarketOnClose ? "orders on the close"
        : order.TimeInForce != TimeInForce.GoodTillCanceled ? "orders for a day or until a date"
        : order.IsGrouped ? "orders that cancel each other"
        : OtherOrders.Of(order);

    public override bool ProtectsAtOnce(IRestingOrder protection, in MatchedBar bar)
    {
        IRestingOrder entry = protection.Entry!;
        switch (entry.Order.Type)
        {
            case OrderType.Limit or OrderType.StopLimit:
                return false;
            case OrderType.Stop:
                bool buys = entry.Order.Side == Side.Buy;
                bool isTargetInside = buys ? entry.TakeProfit <= bar.High : entry.TakeProfit >= bar.Low;
                bool isStopInside = buys ? entry.StopLoss >= bar.Low : entry.StopLoss <= bar.High;
                return isTargetInside && !isStopInside;
            default:
                return true;
        }
    }

    protected override BarTouch StopLimit(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        double when = Touched(terms, terms.StopPrice, path);
        order.IsTriggered = !double.IsNaN(when);
        bool isBefore = terms.Side == Side.Buy ? terms.LimitPrice <= terms.StopPrice : terms.LimitPrice >= terms.StopPrice;
        bool reachesLimit = IsBetter(terms.Side, terms.Side == Side.Buy ? path.Bar.Low : path.Bar.High, terms.LimitPrice);
        return order.IsTriggered && reachesLimit && !isBefore ? new BarTouch(when, terms.StopPrice) : BarTouch.None;
    }
}
