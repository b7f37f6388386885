namespace Backtest.Engine;

/// <summary>
/// The rules of this engine. A limit fills when touched, at the better of limit and open. A stop fills at the worse of stop and open. A stop-limit is
/// a limit order once its stop is touched. A trailing stop works from the next bar, or along the path if that is known.
/// </summary>
internal class StandardMatching : IOrderMatching
{
    public virtual TrailMark Trails => TrailMark.Extreme;

    public virtual string? Missing(in OrderEvent order) => null;

    public virtual string? Refuses(IRestingOrder order, double close) => null;

    public virtual bool MeetsLastClose => true;

    public virtual bool EndsBeforeClose => false;

    public virtual bool MeetsTrades(in OrderEvent order) => false;

    public virtual double AtClose(IRestingOrder order, double close) => order.Order.Type == OrderType.Market ? close : double.NaN;

    public virtual int LastDay(IRestingOrder order, int firstDay) =>
        order.Order.TimeInForce == TimeInForce.GoodTillDate ? order.Order.GoodUntil : firstDay;

    public virtual bool Trades(in MatchedBar bar, Instrument instrument) => true;

    public virtual bool ProtectsAtOnce(IRestingOrder protection, in MatchedBar bar) => true;

    public virtual double AtOpen(IRestingOrder order, in MatchedBar bar)
    {
        ref readonly OrderEvent terms = ref order.Order;
        switch (terms.Type)
        {
            case OrderType.Market or OrderType.MarketOnOpen:
                return bar.Open;
            case OrderType.MarketOnClose or OrderType.LimitOnClose:
                return double.NaN;
            case OrderType.MarketIfTouched:
                return order.IsTriggered || IsBetter(terms.Side, bar.Open, terms.StopPrice) ? bar.Open : double.NaN;
            case OrderType.LimitIfTouched:
                order.IsTriggered |= IsBetter(terms.Side, bar.Open, terms.StopPrice);
                return order.IsTriggered && IsBetter(terms.Side, bar.Open, Reach(terms)) ? bar.Open : double.NaN;
            case OrderType.Limit or OrderType.LimitOnOpen:
                return IsBetter(terms.Side, bar.Open, Reach(terms)) ? bar.Open : double.NaN;
            case OrderType.StopLimit:
                order.IsTriggered |= IsBeyond(terms.Side, bar.Open, terms.StopPrice);
                return order.IsTriggered && IsBetter(terms.Side, bar.Open, Reach(terms)) ? bar.Open : double.NaN;
            default:
                return order.IsTriggered || IsBeyond(terms.Side, bar.Open, terms.StopPrice) ? bar.Open : double.NaN;
        }
    }

    public BarTouch Within(IRestingOrder order, in BarPath path)
    {
        ref readonly OrderEvent terms = ref order.Order;
        return terms.Type switch
        {
            OrderType.Market or OrderType.MarketOnOpen or OrderType.LimitOnOpen => BarTouch.None,
            OrderType.MarketOnClose => new BarTouch(BarPath.End, path.Bar.Close),
            OrderType.LimitOnClose => IsBetter(terms.Side, path.Bar.Close, Reach(terms)) ? new BarTouch(BarPath.End, path.Bar.Close) : BarTouch.None,
            OrderType.MarketIfTouched => IfTouched(terms, path),
            OrderType.LimitIfTouched => LimitIfTouched(order, terms, path),
            OrderType.Limit => Limit(terms, path),
            OrderType.StopLimit when order.IsTriggered => TriggeredLimit(terms, path),
            OrderType.StopLimit => StopLimit(order, terms, path),
            OrderType.TrailingStop => Trail(order, terms, path),
            _ => Stop(terms, path),
        };
    }

    /// <summary>The price that must be reached for a limit order to fill: its limit.</summary>
    protected virtual double Reach(in OrderEvent order) => order.LimitPrice;

    /// <summary>Fills a limit order at its limit, or at the first price it sees if that is better.</summary>
    protected virtual BarTouch Limit(in OrderEvent terms, in BarPath path)
    {
        double reach = Reach(terms);
        double when = terms.Side == Side.Buy ? path.Falls(reach, isWanted: true) : path.Rises(reach, isWanted: true);
        return new BarTouch(when, IsBetter(terms.Side, path.From, terms.LimitPrice) ? path.From : terms.LimitPrice);
    }

    /// <summary>Fills a stop-limit order whose stop was touched on an earlier bar or at the open.</summary>
    protected virtual BarTouch TriggeredLimit(in OrderEvent terms, in BarPath path) => Limit(terms, path);

    /// <summary>Fills a stop-limit order whose stop has not been touched yet.</summary>
    protected virtual BarTouch StopLimit(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        double when = Touched(terms, terms.StopPrice, path);
        order.IsTriggered = !double.IsNaN(when);
        if (!order.IsTriggered)
            return BarTouch.None;
        double reach = Reach(terms);
        if (IsBetter(terms.Side, terms.StopPrice, reach))
            return new BarTouch(when, terms.StopPrice);
        if (path.IsKnown)
            return new BarTouch(path.Reaches(reach, terms.Side == Side.Sell, when, terms.StopPrice), terms.LimitPrice);
        // The bar does not show whether the price returned to the limit after the stop.
        return path.Order == PathOrder.Better ? Limit(terms, path) with { Price = terms.LimitPrice } : BarTouch.None;
    }

    /// <summary>Fills a market-if-touched order at its trigger price, or at the first price it sees if that is better.</summary>
    protected static BarTouch IfTouched(in OrderEvent terms, in BarPath path) => new(
        Reached(terms, terms.StopPrice, path), IsBetter(terms.Side, path.From, terms.StopPrice) ? path.From : terms.StopPrice);

    /// <summary>
    /// Fills a limit-if-touched order. The price passes the trigger on its way to a better limit; a worse limit is satisfied at the trigger.
    /// </summary>
    protected virtual BarTouch LimitIfTouched(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        if (order.IsTriggered)
            return Limit(terms, path);
        BarTouch touch = IfTouched(terms, path);
        order.IsTriggered = touch.IsFill;
        return !touch.IsFill || IsBetter(terms.Side, touch.Price, Reach(terms)) ? touch : Limit(terms, path);
    }

    /// <summary>The point at which a better price is reached.</summary>
    private static double Reached(in OrderEvent terms, double price, in BarPath path) =>
        terms.Side == Side.Buy ? path.Falls(price, isWanted: true) : path.Rises(price, isWanted: true);

    /// <summary>Fills a trailing stop.</summary>
    protected virtual BarTouch Trail(IRestingOrder order, in OrderEvent terms, in BarPath path)
    {
        if (!path.IsKnown || Trails == TrailMark.Close)
            return Stop(terms, path);
        // Along each leg, either the stop follows the price or the price reaches the stop.
        bool sells = terms.Side == Side.Sell;
        double stop = terms.StopPrice;
        double best = order.Best;
        double price = path.From;
        for (double progress = path.Since; ; progress = Math.Floor(progress) + 1)
        {
            if (sells ? price <= stop : price >= stop)
                return new BarTouch(progress, price);
            if (progress >= BarPath.End)
                return BarTouch.None;
            best = sells ? Math.Max(best, price) : Math.Min(best, price);
            stop = Nearer(sells, stop, order.StopFor(best));
            double next = path.Corner((int)progress + 1);
            if (sells ? next <= stop : next >= stop)
                return new BarTouch(path.Reaches(stop, !sells, progress, price), stop);
            price = next;
        }
    }

    /// <summary>Fills a stop order at its stop, or at the first price it sees if that is beyond the stop.</summary>
    protected static BarTouch Stop(in OrderEvent terms, in BarPath path)
    {
        double when = Touched(terms, terms.StopPrice, path);
        return new BarTouch(when, IsBeyond(terms.Side, path.From, terms.StopPrice) ? path.From : terms.StopPrice);
    }

    /// <summary>The point at which a stop is touched.</summary>
    protected static double Touched(in OrderEvent terms, double stop, in BarPath path) =>
        terms.Side == Side.Buy ? path.Rises(stop, isWanted: false) : path.Falls(stop, isWanted: false);

    /// <summary>Whether a price is at a limit or better.</summary>
    protected static bool IsBetter(Side side, double price, double limit) => side == Side.Buy ? price <= limit : price >= limit;

    /// <summary>Whether a price is at a stop or beyond it.</summary>
    protected static bool IsBeyond(Side side, double price, double stop) => side == Side.Buy ? price >= stop : price <= stop;

    private static double Nearer(bool sells, double stop, double other) => sells ? Math.Max(stop, other) : Math.Min(stop, other);
}
