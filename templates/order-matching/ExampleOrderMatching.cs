using Backtest;

namespace ExampleNamespace;

/// <summary>
/// Fills a limit order only when the market trades through it by a number of ticks: at the limit itself there is a queue, and nobody knows
/// the place in it. All else fills when it is touched. A trailing stop follows from bar to bar, and not the path within one.
/// </summary>
[OrderMatching("example-id", Description = "Limits fill when the market trades through them by a number of ticks.")]
public sealed class ExampleOrderMatching : IOrderMatching
{
    // Prices on a grid miss it by less than this share of a tick.
    private const double Tolerance = 1e-6;

    /// <summary>How many ticks the market has to trade through a limit.</summary>
    [Parameter(Min = 0, Max = 1_000, Description = "How many ticks the market has to trade through a limit; instruments need a 'tick_size'.")]
    public int Ticks { get; init; } = 1;

    /// <summary>Orders for a day end with it, others on their date.</summary>
    public int LastDay(IRestingOrder order, int firstDay) =>
        order.Order.TimeInForce == TimeInForce.GoodTillDate ? order.Order.GoodUntil : firstDay;

    /// <summary>An order the first price is good enough for fills there.</summary>
    public double AtOpen(IRestingOrder order, in MatchedBar bar)
    {
        ref readonly OrderEvent terms = ref order.Order;
        if (terms.Type is OrderType.MarketOnClose or OrderType.LimitOnClose)
            return double.NaN;
        if (Waits(terms.Type) && !order.IsTriggered && !IsReached(terms.StopPrice, RisesToStop(terms), bar.Open))
            return double.NaN;
        order.IsTriggered |= Waits(terms.Type) && HasLimit(terms.Type);
        return !HasLimit(terms.Type) || IsReached(Through(terms), terms.Side == Side.Sell, bar.Open) ? bar.Open : double.NaN;
    }

    /// <summary>An order the path comes to fills at its price: a stop, a touch, or a limit that was traded through.</summary>
    public BarTouch Within(IRestingOrder order, in BarPath path)
    {
        ref readonly OrderEvent terms = ref order.Order;
        switch (terms.Type)
        {
            case OrderType.Market or OrderType.MarketOnOpen or OrderType.LimitOnOpen:
                return BarTouch.None;
            case OrderType.MarketOnClose:
                return new BarTouch(BarPath.End, path.Bar.Close);
            case OrderType.LimitOnClose:
                return IsReached(Through(terms), terms.Side == Side.Sell, path.Bar.Close) ? new BarTouch(BarPath.End, path.Bar.Close) : BarTouch.None;
        }

        if (order.IsTriggered || !Waits(terms.Type))
            return HasLimit(terms.Type) ? Limit(terms, path) : new BarTouch(path.Since, path.From);
        BarTouch touch = Touch(terms, path);
        if (!touch.IsFill || !HasLimit(terms.Type))
            return touch;
        order.IsTriggered = true;
        return IsReached(Through(terms), terms.Side == Side.Sell, touch.Price) ? touch : AfterTouch(terms, path, touch);
    }

    private static bool Waits(OrderType type) => type is OrderType.Stop or OrderType.TrailingStop or OrderType.StopLimit
        or OrderType.MarketIfTouched or OrderType.LimitIfTouched;

    private static bool HasLimit(OrderType type) => type is OrderType.Limit or OrderType.LimitOnOpen or OrderType.LimitOnClose
        or OrderType.StopLimit or OrderType.LimitIfTouched;

    /// <summary>Whether the market comes to the stop from below: to a stop that buys, and to a touch that sells.</summary>
    private static bool RisesToStop(in OrderEvent terms) =>
        (terms.Side == Side.Buy) != (terms.Type is OrderType.MarketIfTouched or OrderType.LimitIfTouched);

    private static bool IsReached(double level, bool isAbove, double price) => isAbove ? price >= level : price <= level;

    /// <summary>The price a limit has to see: so many ticks beyond it.</summary>
    private double Through(in OrderEvent terms)
    {
        double distance = Math.Max(0, Ticks - Tolerance) * (double)(terms.Instrument.TickSize ?? 0);
        return terms.Side == Side.Buy ? terms.LimitPrice - distance : terms.LimitPrice + distance;
    }

    /// <summary>At the limit, or at the first price that counts where that is better.</summary>
    private BarTouch Limit(in OrderEvent terms, in BarPath path)
    {
        bool sells = terms.Side == Side.Sell;
        double when = sells ? path.Rises(Through(terms), isWanted: true) : path.Falls(Through(terms), isWanted: true);
        return new BarTouch(when, IsReached(terms.LimitPrice, sells, path.From) ? path.From : terms.LimitPrice);
    }

    /// <summary>At a limit that the price of the touch was not good enough for.</summary>
    private BarTouch AfterTouch(in OrderEvent terms, in BarPath path, BarTouch touch)
    {
        // The limit of an order that waits for a better price lies further on the same way; that of a stop lies on the way back.
        if (terms.Type == OrderType.LimitIfTouched || path.Order == PathOrder.Better)
            return Limit(terms, path) with { Price = terms.LimitPrice };
        return path.IsKnown
            ? new BarTouch(path.Reaches(Through(terms), terms.Side == Side.Sell, touch.Progress, touch.Price), terms.LimitPrice)
            : BarTouch.None;
    }

    /// <summary>At the stop, or at the first price that counts where that is beyond it.</summary>
    private static BarTouch Touch(in OrderEvent terms, in BarPath path)
    {
        bool rises = RisesToStop(terms);
        bool isWanted = terms.Type is OrderType.MarketIfTouched or OrderType.LimitIfTouched;
        double when = rises ? path.Rises(terms.StopPrice, isWanted) : path.Falls(terms.StopPrice, isWanted);
        return new BarTouch(when, IsReached(terms.StopPrice, rises, path.From) ? path.From : terms.StopPrice);
    }
}
