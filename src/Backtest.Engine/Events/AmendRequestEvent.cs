namespace Backtest.Engine;

/// <summary>A request to change the terms of a resting order. A value of NaN leaves its term unchanged.</summary>
[Event(Stage.Order)]
public readonly record struct AmendRequestEvent
{
    /// <summary>The order's id.</summary>
    public required int OrderId { get; init; }

    /// <summary>The signal that requests it.</summary>
    public required int SignalId { get; init; }

    /// <summary>When the change was decided, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The instrument the order trades.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The limit price.</summary>
    public double LimitPrice { get; init; }

    /// <summary>The stop price.</summary>
    public double StopPrice { get; init; }

    /// <summary>For a trailing stop, its distance; for protection of an entry, the distance of its price from the fill.</summary>
    public double Distance { get; init; }

    /// <summary>The total quantity; zero to keep the quantity.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The risk limit that cut the quantity; <see langword="null"/> if none did.</summary>
    public string? RiskLimit { get; init; }

    /// <summary>The value that risk limit measured; NaN without one.</summary>
    public double Measured { get; init; }

    /// <summary>The value that risk limit allows; NaN without one.</summary>
    public double Threshold { get; init; }

    /// <summary>The reason, in the author's words; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
