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

/// <summary>An order came to a state. It refers to the order, which is large, and so is heard at once or not at all.</summary>
[Event(Stage.Fill)]
public readonly ref struct OrderStateEvent
{
    private readonly ref readonly OrderEvent _order;

    /// <summary>An order came to a state.</summary>
    /// <param name="place">A small number no other order has until this one is done.</param>
    /// <param name="order">The order, with the quantity and the prices it has now.</param>
    /// <param name="time">When, UTC.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="cause">What brought it there.</param>
    public OrderStateEvent(int place, ref readonly OrderEvent order, DateTime time, OrderState state, OrderCause cause)
    {
        _order = ref order;
        Place = place;
        Time = time;
        State = state;
        Cause = cause;
    }

    /// <summary>A small number no other order has until this one is done: places are counted from 0 and given again.</summary>
    public int Place { get; }

    /// <summary>The order, with the quantity and the prices it has now.</summary>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>When, UTC.</summary>
    public DateTime Time { get; }

    /// <summary>Where it stands.</summary>
    public OrderState State { get; }

    /// <summary>What brought it there.</summary>
    public OrderCause Cause { get; }

    /// <summary>How it ended; <see cref="OrderStatus.Open"/> until then.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>How many have filled.</summary>
    public decimal Filled { get; init; }

    /// <summary>Why, as a word such as <c>expired</c>, or in the words of what asked for it; may be <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
