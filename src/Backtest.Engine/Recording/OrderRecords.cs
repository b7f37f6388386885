namespace Backtest.Engine;

/// <summary>An order and its outcome.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1; assigned when the order is submitted.</param>
/// <param name="Order">The order, with its last quantity and prices.</param>
/// <param name="Turn">The turn it was placed in, from 0.</param>
/// <param name="Filled">The quantity filled.</param>
/// <param name="Status">Its final status.</param>
/// <param name="Reason">Why it was rejected or canceled, or why it was placed; may be <see langword="null"/>.</param>
public record struct OrderRecord(
    long Sequence, OrderEvent Order, long Turn, decimal Filled, OrderStatus Status, string? Reason) : IRow
{
    /// <inheritdoc/>
    public static string Table => "orders";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("id", Order.Id);
        fields.Integer("seq", Sequence);
        fields.Reference("signal", Order.SignalId);
        fields.Reference("parent", Order.ParentId);
        fields.Time("time", Order.Time.Ticks);
        fields.Container("portfolio");
        fields.Strategy("strategy", Order.StrategyIndex);
        fields.Symbol("symbol", Order.Instrument);
        fields.Word("type", Order.Type);
        fields.Word("side", Order.Side);
        fields.Word("position_effect", Order.PositionEffect);
        fields.Word("time_in_force", Order.TimeInForce);
        fields.Money("quantity", Order.Quantity);
        fields.Money("filled", Filled);
        fields.Number("limit_price", Order.LimitPrice);
        fields.Number("stop_price", Set(Order.StopPrice));
        fields.Word("status", Status);
        fields.Text("reason", Reason);
        if (TFields.TakesUnhashed)
            fields.Reference("after", Order.AfterId);
        return fields;
    }

    /// <summary>A stop price; NaN if a trailing stop is not active yet.</summary>
    internal static double Set(double stop) => double.IsInfinity(stop) ? double.NaN : stop;
}

/// <summary>A state an order reached.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Turn">The turn in which it was reached, from 0.</param>
/// <param name="OrderId">The order's id.</param>
/// <param name="Time">When it was reached, UTC ticks.</param>
/// <param name="State">The state of the order.</param>
/// <param name="Cause">The cause of the state.</param>
/// <param name="Quantity">The quantity in this state.</param>
/// <param name="LimitPrice">The limit price in this state; NaN without one.</param>
/// <param name="StopPrice">The stop price in this state; NaN without one.</param>
/// <param name="Reason">The reason; may be <see langword="null"/>.</param>
public record struct OrderStateRecord(
    long Sequence, long Turn, int OrderId, long Time, OrderState State, OrderCause Cause, decimal Quantity, double LimitPrice,
    double StopPrice, string? Reason) : IRow
{
    /// <inheritdoc/>
    public static string Table => "order_events";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("seq", Sequence);
        fields.Integer("order", OrderId);
        fields.Time("time", Time);
        fields.Container("portfolio");
        fields.Word("state", State);
        fields.Word("cause", Cause);
        fields.Money("quantity", Quantity);
        fields.Number("limit_price", LimitPrice);
        fields.Number("stop_price", OrderRecord.Set(StopPrice));
        fields.Text("reason", Reason);
        return fields;
    }
}

/// <summary>A fill.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Fill">The fill.</param>
/// <param name="Turn">The turn it filled in, from 0.</param>
public record struct FillRecord(long Sequence, FillEvent Fill, long Turn) : IRow
{
    /// <inheritdoc/>
    public static string Table => "fills";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("id", Fill.Id);
        fields.Integer("seq", Sequence);
        fields.Integer("order", Fill.OrderId);
        fields.Time("time", Fill.Time.Ticks);
        fields.Time("bar", Fill.BarStart.Ticks);
        fields.Container("portfolio");
        fields.Strategy("strategy", Fill.StrategyIndex);
        fields.Symbol("symbol", Fill.Instrument);
        fields.Word("side", Fill.Side);
        fields.Money("quantity", Fill.Quantity);
        fields.Money("price", Fill.Price);
        fields.Money("commission", Fill.Commission);
        fields.Money("slippage", Fill.Slippage);
        return fields;
    }
}
