namespace Backtest;

/// <summary>
/// The terms of an entry. What is not set keeps its default: at the market, at full strength, until filled or canceled, unprotected.
/// </summary>
/// <example><c>signals.Enter(Direction.Long, new EntryTerms { Limit = 99, StopLoss = PriceLevel.At(95) })</c></example>
public readonly record struct EntryTerms
{
    // Kept so that the default of the struct is an entry at full strength.
    private readonly double? _strength;
    private readonly OrderType? _type;

    /// <summary>How much the entry is wanted, in (0, 1]; 1 unless set.</summary>
    public double Strength
    {
        get => _strength ?? 1;
        init => _strength = value == 1 ? null : value;
    }

    /// <summary>
    /// How the entry fills. Unless set, what its prices say: a <see cref="Limit"/> makes a limit order, a <see cref="Stop"/> a stop order,
    /// both a stop-limit order, neither a market order.
    /// </summary>
    public OrderType Type
    {
        get => _type ?? TypeOfPrices;
        init => _type = value;
    }

    /// <summary>The worst price the entry takes; <see langword="null"/>: any.</summary>
    public double? Limit { get; init; }

    /// <summary>The price that wakes the entry; <see langword="null"/>: it is awake at once.</summary>
    public double? Stop { get; init; }

    /// <summary>How long the entry stands.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>Where a loss is cut, from the fill on.</summary>
    public PriceLevel? StopLoss { get; init; }

    /// <summary>Where a profit is taken, from the fill on.</summary>
    public PriceLevel? TakeProfit { get; init; }

    /// <summary>The distance, in points of price, of a stop that follows the best price since entry.</summary>
    public double? TrailingStop { get; init; }

    /// <summary>Whether it may add to a position already open.</summary>
    public bool Add { get; init; }

    /// <summary>Why, in the author's words; pass a constant, not a text made for each bar. May be <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the entry brings protection with it.</summary>
    public bool IsProtected => StopLoss is not null || TakeProfit is not null || TrailingStop is not null;

    private OrderType TypeOfPrices => (Limit, Stop) switch
    {
        (null, null) => OrderType.Market,
        (not null, null) => OrderType.Limit,
        (null, not null) => OrderType.Stop,
        _ => OrderType.StopLimit,
    };

    /// <summary>Checks the terms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The strength is outside (0, 1], a price or distance is not a number above zero, or a value of an enumeration is undefined.
    /// </exception>
    /// <exception cref="ArgumentException">The prices are not those of the order's type.</exception>
    public void Validate()
    {
        Arguments.RequireFraction(Strength, nameof(Strength));
        Arguments.RequirePrice(Limit, nameof(Limit));
        Arguments.RequirePrice(Stop, nameof(Stop));
        Arguments.RequirePrice(StopLoss?.Value, nameof(StopLoss));
        Arguments.RequirePrice(TakeProfit?.Value, nameof(TakeProfit));
        Arguments.RequirePrice(TrailingStop, nameof(TrailingStop));
        Arguments.RequireDefined(TimeInForce, nameof(TimeInForce));
        if (Type != TypeOfPrices)
        {
            throw new ArgumentException(
                $"an entry of type {Type} has other prices than were given: a limit order takes Limit, a stop order Stop, a stop-limit order "
                + "both, a market order neither, and no entry is a trailing stop",
                nameof(Type));
        }
    }
}
