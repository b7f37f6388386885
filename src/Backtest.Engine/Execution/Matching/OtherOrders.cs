namespace Backtest.Engine;

/// <summary>Orders that none of the engines the profiles are named after has rules for that could be followed here.</summary>
internal static class OtherOrders
{
    /// <summary>What an order is, in the plural; <see langword="null"/>: engines have rules for it.</summary>
    public static string? Of(in OrderEvent order) =>
        order.Type is OrderType.LimitOnOpen or OrderType.LimitOnClose ? "limit orders on the open or the close"
        : OrderTypes.IsIfTouched(order.Type) ? "if-touched orders"
        : order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill ? "immediate-or-cancel and fill-or-kill orders"
        : order is { Type: OrderType.TrailingStop } && (order.IsDistanceFraction || order.Activation > 0 || order.Step > 0)
            ? "trailing stops by fractions, in steps or from a price on"
        : order.Fraction > 0 ? "targets for a part of an entry"
        : null;
}
