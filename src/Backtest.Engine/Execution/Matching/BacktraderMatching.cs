namespace Backtest.Engine;

/// <summary>
/// The fills of backtrader 1.9.78.123 (<c>brokers/bbroker.py</c>): the protection of an entry works from the bar after it, trailing stops move with
/// the close, a day order ends before the next day, and on a bar that passes its stop a stop-limit depends on open and close.
/// </summary>
internal sealed class BacktraderMatching : SequentialMatching
{
    public override string? Missing(in OrderEvent order) => OtherOrders.Of(order);

    public override TrailMark Trails => TrailMark.Close;

    public override bool ProtectsAtOnce(IRestingOrder protection, in MatchedBar bar) => false;

    public override int LastDay(IRestingOrder order, int firstDay) =>
        order.Order.TimeInForce == TimeInForce.Day ? order.PlacedDay : base.LastDay(order, firstDay);

    protected override BarTouch StopLimit(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        if (IsBeyond(terms.Side, path.Bar.Open, terms.StopPrice))
        {
            order.IsTriggered = true;
            return Limit(terms, path);
        }

        double when = Touched(terms, terms.StopPrice, path);
        order.IsTriggered = !double.IsNaN(when);
        if (!order.IsTriggered)
            return BarTouch.None;
        if (IsBetter(terms.Side, terms.StopPrice, terms.LimitPrice))
            return new BarTouch(when, terms.StopPrice);
        // The limit lies before the stop: if the bar closes against the stop, the price counts as having returned to the limit.
        bool closesBack = terms.Side == Side.Buy ? path.Bar.Open > path.Bar.Close : path.Bar.Open <= path.Bar.Close;
        return closesBack && IsBetter(terms.Side, path.Bar.Close, terms.LimitPrice) ? new BarTouch(when, terms.LimitPrice) : BarTouch.None;
    }
}
