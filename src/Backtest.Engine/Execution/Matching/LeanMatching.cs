namespace Backtest.Engine;

/// <summary>
/// The fills of LEAN at 2486390 (<c>Common/Orders/Fills/EquityFillModel.cs</c>). Market orders fill at the close they were decided on while the
/// market is open. Limits and the stops of stop-limits must be traded through; a stop-limit fills if the bar closes within its limit. A
/// limit-if-touched fills at the close if that is within its limit. A trailing stop that is hit fills at the worse of stop and close. Limits and
/// stops use trades, the other types use quotes. Orders for a day or until a date end when their market closes, before the bar that ends then.
/// </summary>
internal sealed class LeanMatching : StandardMatching
{
    public override bool MeetsLastClose => false;

    public override bool EndsBeforeClose => true;

    public override bool MeetsTrades(in OrderEvent order) => order.Type is not (OrderType.StopLimit or OrderType.TrailingStop);

    public override string? Missing(in OrderEvent order) =>
        order.ParentId != 0 ? "brackets"
        : order.IsGrouped ? "orders that cancel each other"
        : order is { Type: OrderType.TrailingStop, Activation: 0, Step: 0 }
            or { Type: OrderType.LimitIfTouched, TimeInForce: not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill) } ? null
        : OtherOrders.Of(order);

    public override double AtOpen(IRestingOrder order, in MatchedBar bar) =>
        order.Order.Type is OrderType.StopLimit or OrderType.LimitIfTouched or OrderType.TrailingStop ? double.NaN : base.AtOpen(order, bar);

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

    protected override BarTouch LimitIfTouched(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        order.IsTriggered |= IfTouched(terms, path).IsFill;
        return order.IsTriggered && IsBetter(terms.Side, path.TakenClose, terms.LimitPrice) ? new BarTouch(BarPath.End, path.TakenClose) : BarTouch.None;
    }

    protected override BarTouch Trail(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        double close = path.Bar.Close;
        double when = Touched(terms, terms.StopPrice, path);
        return new BarTouch(when, terms.Side == Side.Buy ? Math.Max(terms.StopPrice, close) : Math.Min(terms.StopPrice, close));
    }
}
