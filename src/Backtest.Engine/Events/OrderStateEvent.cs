namespace Backtest.Engine;

/// <summary>The state of an order.</summary>
public enum OrderState
{
    /// <summary>The engine has received the order, which waits for the fill of its entry or to become active.</summary>
    Submitted,

    /// <summary>The order may fill.</summary>
    Working,

    /// <summary>The quantity or the prices of the order changed.</summary>
    Amended,

    /// <summary>Cancellation was requested and is not confirmed yet.</summary>
    PendingCancel,

    /// <summary>The order filled, was canceled or was rejected.</summary>
    Done,
}

/// <summary>The cause of an order's state.</summary>
public enum OrderCause
{
    /// <summary>The order was placed.</summary>
    Order,

    /// <summary>The order, or an order it belongs to, filled.</summary>
    Fill,

    /// <summary>The strategy wants to exit.</summary>
    Signal,

    /// <summary>The risk manager, a regime or a universe requested its cancellation.</summary>
    CancelRequest,

    /// <summary>The engine: the order expired, exceeded what the account allows, or has nothing left to close.</summary>
    Engine,

    /// <summary>A split.</summary>
    Split,

    /// <summary>The symbol was delisted.</summary>
    Delisting,

    /// <summary>The portfolio's equity fell to zero or below.</summary>
    Ruin,

    /// <summary>The container stopped because of a fault.</summary>
    Fault,

    /// <summary>The run ended; the order keeps its state.</summary>
    End,
}

/// <summary>An order reached a state. The event refers to the order, which is large, so it must be handled at once.</summary>
[Event(Stage.Fill)]
public readonly ref struct OrderStateEvent
{
    private readonly ref readonly OrderEvent _order;

    /// <summary>Creates the event.</summary>
    /// <param name="place">A small number that no other order has until this one is done.</param>
    /// <param name="order">The order, with its current quantity and prices.</param>
    /// <param name="time">When it reached the state, UTC.</param>
    /// <param name="state">The state.</param>
    /// <param name="cause">The cause of the state.</param>
    public OrderStateEvent(int place, ref readonly OrderEvent order, DateTime time, OrderState state, OrderCause cause)
    {
        _order = ref order;
        Place = place;
        Time = time;
        State = state;
        Cause = cause;
    }

    /// <summary>A small number that no other order has until this one is done: places are counted from 0 and reused.</summary>
    public int Place { get; }

    /// <summary>The order, with its current quantity and prices.</summary>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>When it reached the state, UTC.</summary>
    public DateTime Time { get; }

    /// <summary>The state.</summary>
    public OrderState State { get; }

    /// <summary>The cause of the state.</summary>
    public OrderCause Cause { get; }

    /// <summary>How the order ended; <see cref="OrderStatus.Open"/> until then.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>The quantity filled.</summary>
    public decimal Filled { get; init; }

    /// <summary>The reason, as a word such as <c>expired</c> or as the text of the request; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
