namespace Backtest.Engine;

/// <summary>
/// The fills of TradingView's broker emulator (Pine Script manual, version 6): the standard rules along a path through every price between the open,
/// the nearer extreme, the other extreme and the close.
/// </summary>
internal sealed class TradingViewMatching : StandardMatching
{
    public override string? Missing(in OrderEvent order) =>
        order.Type == OrderType.MarketOnClose ? "orders on the close"
        : order.TimeInForce != TimeInForce.GoodTillCanceled ? "orders for a day or until a date"
        : order is { Type: OrderType.TrailingStop, PositionEffect: PositionEffect.Open } ? "entries by trailing stop"
        : OtherOrders.Of(order);
}
