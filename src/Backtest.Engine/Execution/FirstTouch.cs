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
            if (order.Order.Type != OrderType.TrailingStop || order.IsDone || order.IsInactive || order.IsTriggered)
                continue;
            (double best, double stop) = (order.Best, order.Order.StopPrice);
            for (int row = from; row < to; row++)
                (best, stop) = After(order, best, stop, series, row);
            order.Trail(best, stop);
        }
    }

    private int Next(WorkingOrder order, BarSeries series, int from, int to)
    {
        if (order.IsDone || order.IsInactive)
            return to;
        if (order.IsImmediate)
            return from;
        if (order.Order.TimeInForce != TimeInForce.GoodTillCanceled)
        {
            if (order.FirstDay < 0)
                return from;
            int lastDay = _matching.LastDay(order, order.FirstDay);
            int inTime = from;
            while (inTime < to && series.Day[inTime] <= lastDay && !(EndsWith(series, inTime) && series.Day[inTime] == lastDay))
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
            : first + Touches(order, series, first, to);
        order.QuietTo = series.FirstIndex + row;
        return row;
    }

    private bool EndsWith(BarSeries series, int row) => _matching.EndsBeforeClose && engine.Closes.IsLast(series, row);

    private int Touches(WorkingOrder order, BarSeries series, int from, int to)
    {
        int length = to - from;
        int row = _matching.Next(order, series.High.AsSpan(from, length), series.Low.AsSpan(from, length));
        if (SideOf(order, series) is not { } side)
            return row;
        // Bars nothing was quoted in are met at what was traded, so that either may be the first.
        return Math.Min(row, _matching.Next(order, side.High.AsSpan(from, length), side.Low.AsSpan(from, length)));
    }

    private QuoteColumns? SideOf(WorkingOrder order, BarSeries series) =>
        engine.SidesOf(series) is not { } quoted ? null : order.Order.Side == Side.Buy ? quoted.Ask : quoted.Bid;

    private (double High, double Low, double Close) Prices(WorkingOrder order, BarSeries series, int row) =>
        SideOf(order, series) is { } side && !double.IsNaN(side.Open[row])
            ? (side.High[row], side.Low[row], side.Close[row])
            : (series.High[row], series.Low[row], series.Close[row]);

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
            (double high, double low, _) = Prices(order, series, from);
            if (sells ? low <= nearest : high >= nearest)
                return from;
            (best, stop) = (nextBest, nextStop);
        }

        return from;
    }

    private (double Best, double Stop) After(WorkingOrder order, double best, double stop, BarSeries series, int row)
    {
        order.Factors = engine.Adjustments.Of(series.Index, series.Day[row]);
        (double high, double low, double close) = Prices(order, series, row);
        return _matching.Trails == TrailMark.Close ? order.Trailed(best, stop, close, close) : order.Trailed(best, stop, high, low);
    }
}
