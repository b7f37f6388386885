namespace Backtest.Engine;

/// <summary>Market orders that close what a strategy holds.</summary>
internal static class ClosingOrder
{
    /// <summary>Writes one.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="signal">The signal that asked for it; 0: none did.</param>
    /// <param name="time">When it is placed, UTC.</param>
    /// <param name="holding">What is held.</param>
    /// <param name="quantity">How much of it to close; above zero.</param>
    /// <param name="reason">Why.</param>
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
