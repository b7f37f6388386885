namespace Backtest.Testing;

/// <summary>An order at work whose terms a test sets, to ask an <see cref="IOrderMatching"/> about.</summary>
/// <param name="type">How it fills.</param>
/// <param name="side">Buy or sell.</param>
public sealed class PaperOrder(OrderType type, Side side) : IRestingOrder
{
    private OrderEvent _order = new()
    {
        Id = 1,
        Time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Instrument = new Instrument { Symbol = "X" },
        StrategyIndex = 0,
        Type = type,
        Side = side,
        PositionEffect = PositionEffect.Open,
        Quantity = 1,
        LimitPrice = double.NaN,
        StopPrice = double.NaN,
        Distance = double.NaN,
    };

    /// <inheritdoc/>
    public ref readonly OrderEvent Order => ref _order;

    /// <summary>The worst price it takes; not a number, as it is at first, without a limit.</summary>
    public double LimitPrice
    {
        get => _order.LimitPrice;
        init => _order = _order with { LimitPrice = value };
    }

    /// <summary>The price that wakes it; not a number, as it is at first, without a stop. Of a trailing stop, where it stands.</summary>
    public double StopPrice
    {
        get => _order.StopPrice;
        init => _order = _order with { StopPrice = value };
    }

    /// <summary>The tick of its instrument; <see langword="null"/>, as it is at first: any price goes.</summary>
    public decimal? TickSize
    {
        get => _order.Instrument.TickSize;
        init => _order = _order with { Instrument = _order.Instrument with { TickSize = value } };
    }

    /// <summary>How long it stands.</summary>
    public TimeInForce TimeInForce
    {
        get => _order.TimeInForce;
        init => _order = _order with { TimeInForce = value };
    }

    /// <inheritdoc/>
    public IRestingOrder? Entry { get; init; }

    /// <inheritdoc/>
    public bool IsTriggered { get; set; }

    /// <summary>Of a trailing stop, the best price so far; its stop follows at the distance there is between the two.</summary>
    public double Best { get; init; } = double.NaN;

    /// <inheritdoc/>
    public int PlacedDay { get; init; }

    /// <inheritdoc/>
    public double StopLoss { get; init; } = double.NaN;

    /// <inheritdoc/>
    public double TakeProfit { get; init; } = double.NaN;

    /// <inheritdoc/>
    public double StopFor(double best) => best + (StopPrice - Best);
}
