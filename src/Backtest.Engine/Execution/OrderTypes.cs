namespace Backtest.Engine;

/// <summary>Properties of order types.</summary>
internal static class OrderTypes
{
    /// <summary>Whether an order has a limit price, and so adds liquidity to the book rather than taking it.</summary>
    public static bool HasLimit(OrderType type) =>
        type is OrderType.Limit or OrderType.StopLimit or OrderType.LimitOnOpen or OrderType.LimitOnClose or OrderType.LimitIfTouched;

    /// <summary>Whether an order waits for a better price that triggers it.</summary>
    public static bool IsIfTouched(OrderType type) => type is OrderType.MarketIfTouched or OrderType.LimitIfTouched;

    /// <summary>Whether an order fills at the first price of a day or not at all.</summary>
    public static bool IsOnOpen(OrderType type) => type is OrderType.MarketOnOpen or OrderType.LimitOnOpen;

    /// <summary>Whether an order fills at the last price of a day or not at all.</summary>
    public static bool IsOnClose(OrderType type) => type is OrderType.MarketOnClose or OrderType.LimitOnClose;

    /// <summary>The price that triggers an order, on its tick: a better price is rounded like a limit, a worse one like a stop.</summary>
    public static double Waking(double price, OrderType type, Side side, Instrument instrument, AdjustmentFactors? factors) =>
        IsIfTouched(type) ? Ticks.Limit(price, side, instrument, factors) : Ticks.Stop(price, side, instrument, factors);
}
