namespace Backtest.Engine;

/// <summary>Prices next to a limit.</summary>
internal static class LimitPrices
{
    /// <summary>The worst price that is strictly better than the limit.</summary>
    public static double Through(in OrderEvent order) =>
        order.Side == Side.Buy ? Math.BitDecrement(order.LimitPrice) : Math.BitIncrement(order.LimitPrice);
}
