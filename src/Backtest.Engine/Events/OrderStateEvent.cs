namespace Backtest.Engine;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>It reached the engine and waits: for the fill of its entry, or to be taken to work.</summary>
    Submitted,

    /// <summary>It may fill.</summary>
    Working,

    /// <summary>Its quantity or its prices changed.</summary>
    Amended,

    /// <summary>Its end was asked for, and not confirmed yet.</summary>
    PendingCancel,

    /// <summary>It filled, was canceled or was rejected.</summary>
    Done,
}

/// <summary>What brought an order to a state.</summary>
public enum OrderCause
{
    /// <summary>It was placed.</summary>
    Order,

    /// <summary>It filled, or an order it belongs to did.</summary>
    Fill,

    /// <summary>Its strategy wants out.</summary>
    Signal,

    /// <summary>The risk manager, a regime or a universe asked for its end.</summary>
    CancelRequest,

    /// <summary>The engine: it expired, was not borne by the account, or has nothing left to close.</summary>
    Engine,

    /// <summary>A split.</summary>
    Split,

    /// <summary>Its symbol was delisted.</summary>
    Delisting,

    /// <summary>The portfolio's equity came to zero or below.</summary>
    Ruin,

    /// <summary>Its container stopped on a fault.</summary>
    Fault,

    /// <summary>The run is over; the order stands as it is.</summary>
    End,
}

/// <summary>An order came to a state.</summary>
[Event(Stage.Fill)]
public readonly record struct OrderStateEvent
{
    /// <summary>The order, with the quantity and the prices it has now.</summary>
    public required OrderEvent Order { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrderState State { get; init; }

    /// <summary>What brought it there.</summary>
    public required OrderCause Cause { get; init; }

    /// <summary>How it ended; <see cref="OrderStatus.Open"/> until then.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>How many have filled.</summary>
    public decimal Filled { get; init; }

    /// <summary>Why, as a word such as <c>expired</c>, or in the words of what asked for it; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
