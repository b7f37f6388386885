namespace Backtest.Engine;

/// <summary>A resting order is to have other terms. What is not a number stays as it is.</summary>
[Event(Stage.Order)]
public readonly record struct AmendRequestEvent
{
    /// <summary>The order's id.</summary>
    public required int OrderId { get; init; }

    /// <summary>The signal that asks.</summary>
    public required int SignalId { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What the order trades.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The worst price it takes.</summary>
    public double LimitPrice { get; init; }

    /// <summary>The price that wakes it.</summary>
    public double StopPrice { get; init; }

    /// <summary>Of a trailing stop, its distance; of what protects an entry, the distance of its price from the fill.</summary>
    public double Distance { get; init; }

    /// <summary>How many it is for in all; zero: as many as before.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The risk limit that cut the quantity; <see langword="null"/>: none did.</summary>
    public string? RiskLimit { get; init; }

    /// <summary>What that risk limit measured; not a number without one.</summary>
    public double Measured { get; init; }

    /// <summary>What that risk limit allows; not a number without one.</summary>
    public double Threshold { get; init; }

    /// <summary>Why, in the author's words; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
