using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A change of an order's state.</summary>
public readonly record struct OrderStateRow
{
    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the order.</summary>
    public required int OrderId { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>Its time, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The new state.</summary>
    public required OrderState State { get; init; }

    /// <summary>The cause of the change.</summary>
    public required OrderCause Cause { get; init; }

    /// <summary>The order's quantity after it.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The order's limit price after it, or null if it has none.</summary>
    public required double? LimitPrice { get; init; }

    /// <summary>The order's stop price after it, or null if it has none.</summary>
    public required double? StopPrice { get; init; }

    /// <summary>The reason; may be null.</summary>
    public required string? Reason { get; init; }

    internal static OrderStateRow Of(PortfolioDescription portfolio, in OrderStateRecord record) => new()
    {
        Sequence = record.Sequence,
        OrderId = record.OrderId,
        Portfolio = portfolio.Name,
        Time = new DateTime(record.Time, DateTimeKind.Utc),
        State = record.State,
        Cause = record.Cause,
        Quantity = record.Quantity,
        LimitPrice = Cells.Optional(record.LimitPrice),
        StopPrice = Cells.Optional(record.StopPrice),
        Reason = record.Reason,
    };

    internal static OrderStateRow Read(ReadTable table, int row) => new()
    {
        Sequence = table.Integer("seq", row),
        OrderId = table.Id("order", row),
        Portfolio = table.Text("portfolio", row),
        Time = table.Time("time", row),
        State = table.Word<OrderState>("state", row),
        Cause = table.Word<OrderCause>("cause", row),
        Quantity = table.Money("quantity", row),
        LimitPrice = table.Number("limit_price", row),
        StopPrice = table.Number("stop_price", row),
        Reason = table.TextOrNone("reason", row),
    };
}
