using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Looks for the first bar that may do anything to an order at work: fill it, wake it or end it. It may name a bar that does nothing, and never
/// one too late.
/// </summary>
internal sealed class FirstTouch(WorkingOrders working, AdjustmentSchedule adjustments)
{
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
            {
                AdjustmentFactors? factors = adjustments.Of(series.Index, series.Day[row]);
                (best, stop) = order.Trailed(best, stop, series.High[row], series.Low[row], factors);
            }

            order.Trail(best, stop);
        }
    }

    private int Next(WorkingOrder order, BarSeries series, int from, int to)
    {
        if (order.IsDone || order.IsDormant)
            return to;
        if (order.Order.TimeInForce == TimeInForce.Day)
        {
            int sameDay = from;
            while (sameDay < to && series.Day[sameDay] == order.FirstDay)
                sameDay++;
            to = sameDay;
        }

        // What was looked at before need not be looked at again.
        long known = order.QuietTo - series.FirstIndex;
        if (known >= to)
            return to;
        int first = known > from && order.Order.Type != OrderType.TrailingStop ? (int)known : from;
        int row = Touched(order, series, first, to);
        order.QuietTo = series.FirstIndex + row;
        return row;
    }

    private int Touched(WorkingOrder order, BarSeries series, int from, int to)
    {
        ref readonly OrderEvent terms = ref order.Order;
        bool buys = terms.Side == Side.Buy;
        return terms.Type switch
        {
            OrderType.Market => from,
            OrderType.Limit => Reaches(series, terms.LimitPrice, isAbove: !buys, from, to),
            OrderType.StopLimit when order.IsTriggered => Reaches(series, terms.LimitPrice, isAbove: !buys, from, to),
            _ when order.IsTriggered => from,
            OrderType.TrailingStop => Trails(order, series, from, to),
            _ => Reaches(series, terms.StopPrice, isAbove: buys, from, to),
        };
    }

    private static int Reaches(BarSeries series, double price, bool isAbove, int from, int to)
    {
        ReadOnlySpan<double> extremes = (isAbove ? series.High : series.Low).AsSpan(0, to);
        if (isAbove)
        {
            while (from < to && !(extremes[from] >= price))
                from++;
        }
        else
        {
            while (from < to && !(extremes[from] <= price))
                from++;
        }

        return from;
    }

    private int Trails(WorkingOrder order, BarSeries series, int from, int to)
    {
        double best = order.Best;
        double stop = order.Order.StopPrice;
        bool sells = order.Order.Side == Side.Sell;
        for (; from < to; from++)
        {
            (double high, double low) = (series.High[from], series.Low[from]);
            if (sells ? low <= stop : high >= stop)
                return from;
            (best, stop) = order.Trailed(best, stop, high, low, adjustments.Of(series.Index, series.Day[from]));
        }

        return from;
    }
}
