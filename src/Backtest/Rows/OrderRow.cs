using Backtest.Engine;

namespace Backtest;

/// <summary>An order and what became of it.</summary>
public readonly record struct OrderRow
{
    private readonly OrderRecord _order;

    internal OrderRow(string portfolio, string strategy, in OrderRecord order)
    {
        Portfolio = portfolio;
        Strategy = strategy;
        _order = order;
    }

    /// <summary>Counts the portfolio's orders from 1.</summary>
    public int Id => _order.Order.Id;

    /// <summary>The id of the signal it was placed for, or null if there is none.</summary>
    public int? SignalId => _order.Order.SignalId is 0 ? null : _order.Order.SignalId;

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy.</summary>
    public string Strategy { get; }

    /// <summary>When it was placed, UTC.</summary>
    public DateTime Time => _order.Order.Time;

    /// <summary>What to trade.</summary>
    public string Symbol => _order.Order.Instrument.Symbol;

    /// <summary>How it fills.</summary>
    public OrderType Type => _order.Order.Type;

    /// <summary>Buy or sell.</summary>
    public Side Side => _order.Order.Side;

    /// <summary>The quantity it had last.</summary>
    public decimal Quantity => _order.Order.Quantity;

    /// <summary>How many filled.</summary>
    public decimal Filled => _order.Filled;

    /// <summary>The limit price it had last, or null without one.</summary>
    public double? LimitPrice => double.IsNaN(_order.Order.LimitPrice) ? null : _order.Order.LimitPrice;

    /// <summary>The stop price it had last, or null without one.</summary>
    public double? StopPrice => double.IsNaN(_order.Order.StopPrice) ? null : _order.Order.StopPrice;

    /// <summary>What became of it.</summary>
    public OrderStatus Status => _order.Status;

    /// <summary>Why it was rejected or canceled, or why it was placed; may be null.</summary>
    public string? Reason => _order.Reason;
}
