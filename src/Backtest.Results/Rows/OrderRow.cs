using Backtest.Engine;

namespace Backtest.Results;

/// <summary>An order and its outcome.</summary>
public readonly record struct OrderRow
{
    /// <summary>Counts the portfolio's orders from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the signal it was placed for, or null if there is none.</summary>
    public required int? SignalId { get; init; }

    /// <summary>The id of the entry it protects, or null if it protects none.</summary>
    public required int? ParentId { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>When it was placed, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The symbol to trade.</summary>
    public required string Symbol { get; init; }

    /// <summary>The order's type, which determines how it fills.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>Whether it opens or closes a position.</summary>
    public required PositionEffect PositionEffect { get; init; }

    /// <summary>How long it remains valid.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>Its last quantity.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The quantity filled.</summary>
    public required decimal Filled { get; init; }

    /// <summary>Its last limit price, or null if it has none.</summary>
    public required double? LimitPrice { get; init; }

    /// <summary>Its last stop price, or null if it has none.</summary>
    public required double? StopPrice { get; init; }

    /// <summary>Its outcome.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>Why it was rejected or canceled, or why it was placed; may be null.</summary>
    public required string? Reason { get; init; }

    /// <summary>The id of the order that had to fill before it became working, or null if there was none.</summary>
    public int? AfterId { get; init; }

    internal static OrderRow Of(PortfolioDescription portfolio, in OrderRecord record)
    {
        OrderEvent order = record.Order;
        return new OrderRow
        {
            Id = order.Id,
            Sequence = record.Sequence,
            SignalId = order.SignalId is 0 ? null : order.SignalId,
            ParentId = order.ParentId is 0 ? null : order.ParentId,
            Portfolio = portfolio.Name,
            Strategy = portfolio.Strategies[order.StrategyIndex],
            Time = order.Time,
            Symbol = order.Instrument.Symbol,
            Type = order.Type,
            Side = order.Side,
            PositionEffect = order.PositionEffect,
            TimeInForce = order.TimeInForce,
            Quantity = order.Quantity,
            Filled = record.Filled,
            LimitPrice = Cells.Optional(order.LimitPrice),
            StopPrice = Cells.Optional(order.StopPrice),
            Status = record.Status,
            Reason = record.Reason,
            AfterId = order.AfterId is 0 ? null : order.AfterId,
        };
    }

    internal static OrderRow Read(ReadTable table, int row) => new()
    {
        Id = table.Id("id", row),
        Sequence = table.Integer("seq", row),
        SignalId = table.IdOrNone("signal", row),
        ParentId = table.IdOrNone("parent", row),
        Portfolio = table.Text("portfolio", row),
        Strategy = table.Text("strategy", row),
        Time = table.Time("time", row),
        Symbol = table.Text("symbol", row),
        Type = table.Word<OrderType>("type", row),
        Side = table.Word<Side>("side", row),
        PositionEffect = table.Word<PositionEffect>("position_effect", row),
        TimeInForce = table.Word<TimeInForce>("time_in_force", row),
        Quantity = table.Money("quantity", row),
        Filled = table.Money("filled", row),
        LimitPrice = table.Number("limit_price", row),
        StopPrice = table.Number("stop_price", row),
        Status = table.Word<OrderStatus>("status", row),
        Reason = table.TextOrNone("reason", row),
        AfterId = table.IdOrNone("after", row),
    };
}
