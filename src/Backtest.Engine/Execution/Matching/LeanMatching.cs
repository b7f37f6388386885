namespace Backtest.Engine;

/// <summary>
/// The fills of LEAN at 2486390 (<c>Common/Orders/Fills/EquityFillModel.cs</c>): limits must be traded through; a stop-limit must be, too, and fills
/// where the bar closes within its limit; a trailing stop that is hit fills at the worse of stop and close.
/// </summary>
internal sealed class LeanMatching : StandardMatching
{
    public override string? Missing(in OrderEvent order) =>
        order.ParentId != 0 ? "brackets" : order.IsGrouped ? "orders that cancel each other" : OtherOrders.Of(order);

    public override int LastDay(IRestingOrder order, int firstDay) =>
        order.Order.TimeInForce == TimeInForce.Day ? order.PlacedDay : order.Order.GoodUntil - 1;

    public override double AtOpen(IRestingOrder order, in MatchedBar bar) =>
        order.Order.Type is OrderType.StopLimit or OrderType.TrailingStop ? double.NaN : base.AtOpen(order, bar);

    protected override double Reach(in OrderEvent order) => LimitPrices.Through(order);

    protected override BarTouch TriggeredLimit(in OrderEvent terms, in BarPath path)
    {
        MatchedBar bar = path.Bar;
        return !IsBetter(terms.Side, bar.Close, LimitPrices.Through(terms)) ? BarTouch.None : new BarTouch(
            BarPath.End, terms.Side == Side.Buy ? Math.Min(bar.High, terms.LimitPrice) : Math.Max(bar.Low, terms.LimitPrice));
    }

    protected override BarTouch StopLimit(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        order.IsTriggered = terms.Side == Side.Buy ? path.Bar.High > terms.StopPrice : path.Bar.Low < terms.StopPrice;
        return order.IsTriggered ? TriggeredLimit(terms, path) : BarTouch.None;
    }

    protected override BarTouch Trail(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        double close = path.Bar.Close;
        double when = Touched(terms, terms.StopPrice, path);
        return new BarTouch(when, terms.Side == Side.Buy ? Math.Max(terms.StopPrice, close) : Math.Min(terms.StopPrice, close));
    }
}
