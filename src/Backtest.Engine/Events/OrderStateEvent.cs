namespace Backtest.Engine;

/// <summary>The state of an order.</summary>
public enum OrderState
{
    /// <summary>It reached the engine and waits: for the fill of its entry, or to become active.</summary>
    Submitted,

    /// <summary>It may fill.</summary>
    Working,

    /// <summary>Its quantity or its prices changed.</summary>
    Amended,

    /// <summary>Its cancellation was requested, and is not confirmed yet.</summary>
    PendingCancel,

    /// <summary>It filled, was canceled or was rejected.</summary>
    Done,
}

/// <summary>The cause of an order's state.</summary>
public enum OrderCause
{
    /// <summary>It was placed.</summary>
    Order,

    /// <summary>It filled, or an order it belongs to did.</summary>
    Fill,

    /// <summary>Its strategy wants to exit.</summary>
    Signal,

    /// <summary>The risk manager, a regime or a universe requested its cancellation.</summary>
    CancelRequest,

    /// <summary>The engine: it expired, exceeded what the account allows, or has nothing left to close.</summary>
    Engine,

    /// <summary>A split.</summary>
    Split,

    /// <summary>Its symbol was delisted.</summary>
    Delisting,

    /// <summary>The portfolio's equity fell to zero or below.</summary>
    Ruin,

    /// <summary>Its container stopped on a fault.</summary>
    Fault,

    /// <summary>The run is over; the order stands as it is.</summary>
    End,
}

/// <summary>An order reached a state. It holds a reference to the order, which is large, and so must be handled at once.</summary>
[Event(Stage.Fill)]
public readonly ref struct OrderStateEvent
{
    private readonly ref readonly OrderEvent _order;

    /// <summary>An order reached a state.</summary>
    /// <param name="place">A small number no other order has until this one is done.</param>
    /// <param name="order">The order, with the quantity and the prices it has now.</param>
    /// <param name="time">When, UTC.</param>
    /// <param name="state">Its state.</param>
    /// <param name="cause">The cause of the state.</param>
    public OrderStateEvent(int place, ref readonly OrderEvent order, DateTime time, OrderState state, OrderCause cause)
    {
        _order = ref order;
        Place = place;
        Time = time;
        State = state;
        Cause = cause;
    }

    /// <summary>A small number no other order has until this one is done: places are counted from 0 and reused.</summary>
    public int Place { get; }

    /// <summary>The order, with the quantity and the prices it has now.</summary>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>When, UTC.</summary>
    public DateTime Time { get; }

    /// <summary>Its state.</summary>
    public OrderState State { get; }

    /// <summary>The cause of the state.</summary>
    public OrderCause Cause { get; }

    /// <summary>How it ended; <see cref="OrderStatus.Open"/> until then.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>How many have filled.</summary>
    public decimal Filled { get; init; }

    /// <summary>The reason, as a word such as <c>expired</c>, or in the words of what requested it; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
