namespace Backtest.Engine;

/// <summary>Detects orders for which none of the engines that the profiles are named after has rules that could be followed here.</summary>
internal static class OtherOrders
{
    /// <summary>A description of such an order, in the plural; <see langword="null"/> for orders that the engines have rules for.</summary>
    public static string? Of(in OrderEvent order) =>
        order.Type is OrderType.LimitOnOpen or OrderType.LimitOnClose ? "limit orders on the open or the close"
        : OrderTypes.IsIfTouched(order.Type) ? "if-touched orders"
        : order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill ? "immediate-or-cancel and fill-or-kill orders"
        : order is { Type: OrderType.TrailingStop } && (order.IsDistanceFraction || order.Activation > 0 || order.Step > 0)
            ? "trailing stops by fractions, in steps or from a given price"
        : order.Fraction > 0 ? "targets for a part of an entry"
        : null;
}
