namespace Backtest;

/// <summary>Searches bars for the first that touches an order.</summary>
public static class BarSearch
{
    /// <summary>The first bar whose range touches the level an order waits for, or lies beyond it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="highs">The highs of the bars.</param>
    /// <param name="lows">Their lows.</param>
    /// <returns>Its index; the number of bars if none does. The first bar touches an order that waits for no level.</returns>
    public static int FirstTouch(IRestingOrder order, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows)
    {
        ref readonly OrderEvent terms = ref order.Order;
        bool buys = terms.Side == Side.Buy;
        return terms.Type switch
        {
            OrderType.Limit => buys ? Below(lows, terms.LimitPrice) : Above(highs, terms.LimitPrice),
            OrderType.MarketIfTouched or OrderType.LimitIfTouched when !order.IsTriggered =>
                buys ? Below(lows, terms.StopPrice) : Above(highs, terms.StopPrice),
            OrderType.StopLimit or OrderType.LimitIfTouched when order.IsTriggered =>
                buys ? Below(lows, terms.LimitPrice) : Above(highs, terms.LimitPrice),
            OrderType.Stop or OrderType.StopLimit when !order.IsTriggered => buys ? Above(highs, terms.StopPrice) : Below(lows, terms.StopPrice),
            _ => 0,
        };
    }

    private static int Above(ReadOnlySpan<double> highs, double level)
    {
        int row = 0;
        while (row < highs.Length && !(highs[row] >= level))
            row++;
        return row;
    }

    private static int Below(ReadOnlySpan<double> lows, double level)
    {
        int row = 0;
        while (row < lows.Length && !(lows[row] <= level))
            row++;
        return row;
    }
}
