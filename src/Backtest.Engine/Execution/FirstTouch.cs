using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Looks for the first bar that may do anything to an order at work: fill it, wake it or end it. It may name a bar that does nothing, and never
/// one too late.
/// </summary>
internal sealed class FirstTouch(WorkingOrders working, BacktestEngine engine)
{
    private readonly IOrderMatching _matching = engine.Matching;

    /// <summary>The first such row of an instrument; the end of the rows: there is none.</summary>
    public int Next(BarSeries series, int from, int to)
    {
        List<WorkingOrder> orders = working.Of(series.Index);
        for (int i = 0; i < orders.Count && from < to; i++)
            to = Next(orders[i], series, from, to);
        return to;
    }

    /// <summary>Has trailing stops follow rows that touch nothing.</summary>
    public void Follow(BarSeries series, int from, int to)
    {
        foreach (WorkingOrder order in working.Of(series.Index))
        {
            if (order.Order.Type != OrderType.TrailingStop || order.IsDone || order.IsDormant || order.IsTriggered)
                continue;
            (double best, double stop) = (order.Best, order.Order.StopPrice);
            for (int row = from; row < to; row++)
                (best, stop) = After(order, best, stop, series, row);
            order.Trail(best, stop);
        }
    }

    private int Next(WorkingOrder order, BarSeries series, int from, int to)
    {
        if (order.IsDone || order.IsDormant)
            return to;
        if (order.IsImmediate)
            return from;
        if (order.Order.TimeInForce != TimeInForce.GoodTillCanceled)
        {
            if (order.FirstDay < 0)
                return from;
            int lastDay = _matching.LastDay(order, order.FirstDay);
            int inTime = from;
            while (inTime < to && series.Day[inTime] <= lastDay)
                inTime++;
            to = inTime;
        }

        // What was looked at before need not be looked at again.
        long known = order.QuietTo - series.FirstIndex;
        if (known >= to)
            return to;
        int first = known > from && order.Order.Type != OrderType.TrailingStop ? (int)known : from;
        int row = order.Order.Type == OrderType.TrailingStop
            ? order.IsTriggered ? from : Trails(order, series, first, to)
            : first + _matching.Next(order, series.High.AsSpan(first, to - first), series.Low.AsSpan(first, to - first));
        order.QuietTo = series.FirstIndex + row;
        return row;
    }

    private int Trails(WorkingOrder order, BarSeries series, int from, int to)
    {
        double best = order.Best;
        double stop = order.Order.StopPrice;
        bool sells = order.Order.Side == Side.Sell;
        for (; from < to; from++)
        {
            // Along a known path the stop may come nearer within the bar that hits it.
            (double nextBest, double nextStop) = After(order, best, stop, series, from);
            double nearest = engine.Path is FixedPath { IsKnown: false } ? stop : nextStop;
            if (sells ? series.Low[from] <= nearest : series.High[from] >= nearest)
                return from;
            (best, stop) = (nextBest, nextStop);
        }

        return from;
    }

    private (double Best, double Stop) After(WorkingOrder order, double best, double stop, BarSeries series, int row)
    {
        order.Factors = engine.Adjustments.Of(series.Index, series.Day[row]);
        return _matching.Trails == TrailMark.Close
            ? order.Trailed(best, stop, series.Close[row], series.Close[row])
            : order.Trailed(best, stop, series.High[row], series.Low[row]);
    }
}
