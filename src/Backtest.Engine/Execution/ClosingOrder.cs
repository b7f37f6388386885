namespace Backtest.Engine;

/// <summary>Creates market orders that close a strategy's position.</summary>
internal static class ClosingOrder
{
    /// <summary>Creates a closing order.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="signal">The id of the signal that requested it; 0 if none did.</param>
    /// <param name="time">When it is placed, UTC.</param>
    /// <param name="holding">The position.</param>
    /// <param name="quantity">The quantity to close; above zero.</param>
    /// <param name="reason">The reason.</param>
    public static OrderEvent Of(int id, int signal, DateTime time, Holding holding, decimal quantity, string? reason) => new()
    {
        Id = id,
        SignalId = signal,
        Time = time,
        Instrument = holding.Instrument,
        StrategyIndex = holding.Strategy,
        Type = OrderType.Market,
        Side = holding.Quantity > 0 ? Side.Sell : Side.Buy,
        PositionEffect = PositionEffect.Close,
        Quantity = quantity,
        LimitPrice = double.NaN,
        StopPrice = double.NaN,
        Distance = double.NaN,
        Measured = double.NaN,
        Threshold = double.NaN,
        Reason = reason,
    };
}
