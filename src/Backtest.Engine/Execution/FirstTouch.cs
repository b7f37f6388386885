using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Finds the first bar that may affect a working order: fill it, activate it or end it. It may return a bar that has no effect, but never one that is
/// too late.
/// </summary>
internal sealed class FirstTouch(WorkingOrders working, BacktestEngine engine)
{
    private readonly IOrderMatching _matching = engine.Matching;

    /// <summary>The first such row of an instrument; the end of the rows if there is none.</summary>
    public int Next(BarSeries series, int from, int to)
    {
        List<WorkingOrder> orders = working.Of(series.Index);
        for (int i = 0; i < orders.Count && from < to; i++)
            to = Next(orders[i], series, from, to);
        return to;
    }

    /// <summary>The first such finer row inside a bar; the end of the rows if there is none.</summary>
    public int NextPart(FinerSeries finer, int day, int from, int to)
    {
        List<WorkingOrder> orders = working.Of(finer.Whole.Index);
        for (int i = 0; i < orders.Count && from < to; i++)
        {
            WorkingOrder order = orders[i];
            if (order.IsDone || order.IsInactive)
                continue;
            if (order.IsImmediate || CountsFromNow(order) || (_matching.EndsBeforeClose && order.Order.TimeInForce != TimeInForce.GoodTillCanceled))
                return from;
            to = order.Order.Type != OrderType.TrailingStop ? from + Touches(order, finer.Bars, SideOf(order, finer), from, to)
                : order.IsTriggered ? from
                : TrailsPart(order, finer, day, from, to);
        }

        return to;
    }

    /// <summary>Lets trailing stops follow rows that affect no order.</summary>
    public void Follow(BarSeries series, int from, int to)
    {
        foreach (WorkingOrder order in working.Of(series.Index))
        {
            if (!Trails(order))
                continue;
            (double best, double stop) = (order.Best, order.Order.StopPrice);
            for (int row = from; row < to; row++)
                (best, stop) = After(order, best, stop, series, row);
            order.Trail(best, stop);
        }
    }

    /// <summary>Lets trailing stops follow finer rows inside a bar that affect no order.</summary>
    public void FollowParts(FinerSeries finer, int day, int from, int to)
    {
        if (from == to)
            return;
        foreach (WorkingOrder order in working.Of(finer.Whole.Index))
        {
            if (!Trails(order))
                continue;
            (double best, double stop) = AfterParts(order, order.Best, order.Order.StopPrice, finer, day, from, to);
            order.Trail(best, stop);
        }
    }

    /// <summary>Whether the days an order is in force are counted from the next bar on.</summary>
    private static bool CountsFromNow(WorkingOrder order) => order is { FirstDay: < 0, Order.TimeInForce: not TimeInForce.GoodTillCanceled };

    private static bool Trails(WorkingOrder order) =>
        order is { Order.Type: OrderType.TrailingStop, IsDone: false, IsInactive: false, IsTriggered: false };

    private int Next(WorkingOrder order, BarSeries series, int from, int to)
    {
        if (order.IsDone || order.IsInactive)
            return to;
        if (order.IsImmediate || CountsFromNow(order))
            return from;
        if (order.Order.TimeInForce != TimeInForce.GoodTillCanceled)
        {
            int lastDay = _matching.LastDay(order, order.FirstDay);
            int inTime = from;
            while (inTime < to && series.Day[inTime] <= lastDay && !(EndsWith(series, inTime) && series.Day[inTime] == lastDay))
                inTime++;
            to = inTime;
        }

        // Rows that were searched before need not be searched again.
        long known = order.QuietTo - series.FirstIndex;
        if (known >= to)
            return to;
        int first = known > from && order.Order.Type != OrderType.TrailingStop ? (int)known : from;
        int row = order.Order.Type == OrderType.TrailingStop
            ? order.IsTriggered ? from : Trails(order, series, first, to)
            : first + Touches(order, series, SideOf(order, series), first, to);
        order.QuietTo = series.FirstIndex + row;
        return row;
    }

    private bool EndsWith(BarSeries series, int row) => _matching.EndsBeforeClose && engine.Closes.IsLast(series, row);

    private int Touches(WorkingOrder order, BarSeries series, QuoteColumns? quoted, int from, int to)
    {
        int length = to - from;
        int row = _matching.Next(order, series.High.AsSpan(from, length), series.Low.AsSpan(from, length));
        if (quoted is not { } side)
            return row;
        // Bars without quotes are met at traded prices, so either may be first.
        return Math.Min(row, _matching.Next(order, side.High.AsSpan(from, length), side.Low.AsSpan(from, length)));
    }

    private QuoteColumns? SideOf(WorkingOrder order, BarSeries series) =>
        engine.SidesOf(series) is not { } quoted ? null : SideOf(order, quoted.Bid, quoted.Ask);

    /// <summary>Finer bars use a side only if the bars they make up do: if these have no quotes, orders fill at traded prices.</summary>
    private QuoteColumns? SideOf(WorkingOrder order, FinerSeries finer) =>
        engine.SidesOf(finer.Whole) is null ? null : SideOf(order, finer.Bars.Bid, finer.Bars.Ask);

    private static QuoteColumns? SideOf(WorkingOrder order, QuoteColumns? bid, QuoteColumns? ask) => order.Order.Side == Side.Buy ? ask : bid;

    private static (double High, double Low, double Close) Prices(BarSeries series, QuoteColumns? quoted, int row) =>
        quoted is { } side && !double.IsNaN(side.Open[row])
            ? (side.High[row], side.Low[row], side.Close[row])
            : (series.High[row], series.Low[row], series.Close[row]);

    private int Trails(WorkingOrder order, BarSeries series, int from, int to)
    {
        double best = order.Best;
        double stop = order.Order.StopPrice;
        QuoteColumns? side = SideOf(order, series);
        // Along a known path, or along finer bars, the stop may come nearer within the bar that hits it.
        bool staysWithin = engine is { Path: FixedPath { IsKnown: false }, Finer: null };
        for (; from < to; from++)
        {
            (double nextBest, double nextStop) = After(order, best, stop, series, from);
            double nearest = staysWithin ? stop : nextStop;
            (double high, double low, _) = Prices(series, side, from);
            if (side is not null && engine.Finer is not null) // finer bars without quotes are met at traded prices
                (high, low) = (Math.Max(high, series.High[from]), Math.Min(low, series.Low[from]));
            if (order.Order.Side == Side.Sell ? low <= nearest : high >= nearest)
                return from;
            (best, stop) = (nextBest, nextStop);
        }

        return from;
    }

    private int TrailsPart(WorkingOrder order, FinerSeries finer, int day, int from, int to)
    {
        double best = order.Best;
        double stop = order.Order.StopPrice;
        QuoteColumns? side = SideOf(order, finer);
        for (; from < to; from++)
        {
            (double nextBest, double nextStop) = AfterParts(order, best, stop, finer, day, from, from + 1);
            (double high, double low, _) = Prices(finer.Bars, side, from);
            if (order.Order.Side == Side.Sell ? low <= nextStop : high >= nextStop)
                return from;
            (best, stop) = (nextBest, nextStop);
        }

        return from;
    }

    private (double Best, double Stop) After(WorkingOrder order, double best, double stop, BarSeries series, int row)
    {
        if (engine.Finer?.Of(series.Index) is { } finer)
        {
            (int from, int to) = finer.Rows(row);
            if (from < to)
                return AfterParts(order, best, stop, finer, series.Day[row], from, to);
        }

        order.Factors = engine.Adjustments.Of(series.Index, series.Day[row]);
        return After(order, best, stop, Prices(series, SideOf(order, series), row));
    }

    private (double Best, double Stop) AfterParts(
        WorkingOrder order, double best, double stop, FinerSeries finer, int day, int from, int to)
    {
        order.Factors = engine.Adjustments.Of(finer.Whole.Index, day);
        QuoteColumns? side = SideOf(order, finer);
        for (int row = from; row < to; row++)
            (best, stop) = After(order, best, stop, Prices(finer.Bars, side, row));
        return (best, stop);
    }

    private (double Best, double Stop) After(WorkingOrder order, double best, double stop, (double High, double Low, double Close) bar) =>
        _matching.Trails == TrailMark.Close ? order.Trailed(best, stop, bar.Close, bar.Close) : order.Trailed(best, stop, bar.High, bar.Low);
}
