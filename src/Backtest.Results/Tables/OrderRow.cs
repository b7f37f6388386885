using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What the orders table keeps of an order until the end of the run.</summary>
internal readonly record struct OrderRow(
    long Turn,
    long Sequence,
    long Time,
    Instrument Instrument,
    string? Reason,
    decimal Quantity,
    decimal Filled,
    double LimitPrice,
    double StopPrice,
    int Id,
    int Signal,
    int Strategy,
    OrderType Type,
    Side Side,
    OrderStatus Status)
{
    public OrderRow(in OrderRecord record)
        : this(
            record.Turn,
            record.Sequence,
            record.Order.Time.Ticks,
            record.Order.Instrument,
            record.Reason,
            record.Order.Quantity,
            record.Filled,
            record.Order.LimitPrice,
            record.Order.StopPrice,
            record.Order.Id,
            record.Order.SignalId,
            record.Order.StrategyIndex,
            record.Order.Type,
            record.Order.Side,
            record.Status)
    {
    }
}
