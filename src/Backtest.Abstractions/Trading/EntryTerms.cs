using System.Numerics;

namespace Backtest;

/// <summary>
/// The terms of an entry. What is not set keeps its default: at the market, at full strength, until filled or canceled, unprotected.
/// </summary>
/// <example><c>signals.Enter(Direction.Long, new EntryTerms { Limit = 99, StopLoss = PriceLevel.At(95) })</c></example>
public readonly record struct EntryTerms
{
    // Terms are copied with their signal. A number with a flag that it is given takes half the space of a nullable one.
    private readonly double _strength;
    private readonly double _limit;
    private readonly double _stop; // or the touch price: no entry has both
    private readonly double _stopLoss;
    private readonly double _takeProfit;
    private readonly double _trailingStop;
    private readonly double _trail;
    private readonly int _goodUntil;
    private readonly OrderType _type;
    private readonly Given _given;

    [Flags]
    private enum Given
    {
        Nothing = 0,
        Strength = 1,
        Type = 2,
        Limit = 4,
        Stop = 8,
        StopLoss = 16,
        StopLossAway = 32,
        TakeProfit = 64,
        TakeProfitAway = 128,
        TrailingStop = 256,
        Trail = 512,
        GoodUntil = 1024,
        Touch = 2048,
        TrailFraction = 4096,
        TrailingStopFraction = 8192,
        TrailRanges = 16384,
        TrailingStopRanges = 32768,
        AnyTrail = Trail | TrailFraction | TrailRanges,
        AnyTrailingStop = TrailingStop | TrailingStopFraction | TrailingStopRanges,
        Protection = StopLoss | TakeProfit | AnyTrailingStop,
        Prices = Limit | Stop | Touch | AnyTrail,
    }

    /// <summary>How strongly the entry is wanted, in (0, 1]; 1 unless set.</summary>
    public double Strength
    {
        // Kept so that the default of the struct is an entry at full strength.
        get => Has(Given.Strength) ? _strength : 1;
        init => (_strength, _given) = value == 1 ? (0, _given & ~Given.Strength) : (value, _given | Given.Strength);
    }

    /// <summary>
    /// How the entry fills. Unless set, the type follows from the prices: a <see cref="Limit"/> makes a limit order, a <see cref="Stop"/> a stop
    /// order, both a stop-limit order, a <see cref="Touch"/> a market-if-touched order, with a <see cref="Limit"/> a limit-if-touched order, a
    /// <see cref="Trail"/> or <see cref="TrailFraction"/> a trailing stop, none of them a market order. Set it for orders on the open or the close.
    /// </summary>
    public OrderType Type
    {
        get => Has(Given.Type) ? _type : TypeOfPrices;
        init => (_type, _given) = (value, _given | Given.Type);
    }

    /// <summary>The worst price the entry accepts; <see langword="null"/> for any.</summary>
    public double? Limit
    {
        get => Has(Given.Limit) ? _limit : null;
        init => (_limit, _given) = (value ?? 0, With(Given.Limit, value.HasValue));
    }

    /// <summary>The price that triggers the entry; <see langword="null"/> if it is active at once.</summary>
    public double? Stop
    {
        get => Has(Given.Stop) ? _stop : null;
        init
        {
            if (value.HasValue || Has(Given.Stop))
                (_stop, _given) = (value ?? 0, With(Given.Stop, value.HasValue));
        }
    }

    /// <summary>
    /// The price the market must reach before the entry is triggered, on the side where it is better than now: below the market for a buy, above it
    /// for a sale. With <see cref="Trail"/>, the price at which the stop starts to follow. <see langword="null"/> if it is active at once.
    /// </summary>
    public double? Touch
    {
        get => Has(Given.Touch) ? _stop : null;
        init
        {
            if (value.HasValue || Has(Given.Touch))
                (_stop, _given) = (value ?? 0, With(Given.Touch, value.HasValue));
        }
    }

    /// <summary>
    /// The distance, in points of price, of a stop that follows the market until it fills the entry; <see langword="null"/> for none.
    /// </summary>
    public double? Trail
    {
        get => Has(Given.Trail) ? _trail : null;
        init
        {
            if (value.HasValue || Has(Given.Trail))
                (_trail, _given) = (value ?? 0, With(Given.Trail, value.HasValue));
        }
    }

    /// <summary>The same distance as a fraction of the best price the market reached, in (0, 1).</summary>
    public double? TrailFraction
    {
        get => Has(Given.TrailFraction) ? _trail : null;
        init
        {
            if (value.HasValue || Has(Given.TrailFraction))
                (_trail, _given) = (value ?? 0, With(Given.TrailFraction, value.HasValue));
        }
    }

    /// <summary>
    /// The same distance in average true ranges at the bar the entry is decided on; the plugin's attribute sets their period with <c>RangePeriod</c>.
    /// The order has the distance in points.
    /// </summary>
    public double? TrailRanges
    {
        get => Has(Given.TrailRanges) ? _trail : null;
        init
        {
            if (value.HasValue || Has(Given.TrailRanges))
                (_trail, _given) = (value ?? 0, With(Given.TrailRanges, value.HasValue));
        }
    }

    /// <summary>How long the entry stays in force.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>The last date the entry may fill on, with <see cref="TimeInForce.GoodTillDate"/>; <see langword="null"/> for none.</summary>
    public DateOnly? GoodUntil
    {
        get => Has(Given.GoodUntil) ? DateOnly.FromDayNumber(_goodUntil) : null;
        init => (_goodUntil, _given) = (value?.DayNumber ?? 0, With(Given.GoodUntil, value.HasValue));
    }

    /// <summary>
    /// An earlier entry of the same strategy and symbol: of the two, and of all others that name it, the first to fill cancels the rest. Neither
    /// prevents the other from being placed.
    /// </summary>
    public SignalHandle OneCancelsOther { get; init; }

    /// <summary>
    /// An earlier signal of the same strategy and symbol, an entry or an exit, whose order has to fill before this one becomes active. If that order
    /// ends without a fill, so does this one. It needs no <see cref="Add"/>. No signal if it is active at once.
    /// </summary>
    public SignalHandle After { get; init; }

    /// <summary>Where a loss is cut, from the fill on.</summary>
    public PriceLevel? StopLoss
    {
        get => Has(Given.StopLoss) ? Level(_stopLoss, Has(Given.StopLossAway)) : null;
        init
        {
            _stopLoss = value?.Value ?? 0;
            _given = With(Given.StopLoss, value.HasValue);
            _given = With(Given.StopLossAway, value?.IsDistance == true);
        }
    }

    /// <summary>Where a profit is taken, from the fill on.</summary>
    public PriceLevel? TakeProfit
    {
        get => Has(Given.TakeProfit) ? Level(_takeProfit, Has(Given.TakeProfitAway)) : null;
        init
        {
            _takeProfit = value?.Value ?? 0;
            _given = With(Given.TakeProfit, value.HasValue);
            _given = With(Given.TakeProfitAway, value?.IsDistance == true);
        }
    }

    /// <summary>The distance, in points of price, of a stop that follows the best price since entry.</summary>
    public double? TrailingStop
    {
        get => Has(Given.TrailingStop) ? _trailingStop : null;
        init
        {
            if (value.HasValue || Has(Given.TrailingStop))
                (_trailingStop, _given) = (value ?? 0, With(Given.TrailingStop, value.HasValue));
        }
    }

    /// <summary>The same distance as a fraction of the best price since entry, in (0, 1).</summary>
    public double? TrailingStopFraction
    {
        get => Has(Given.TrailingStopFraction) ? _trailingStop : null;
        init
        {
            if (value.HasValue || Has(Given.TrailingStopFraction))
                (_trailingStop, _given) = (value ?? 0, With(Given.TrailingStopFraction, value.HasValue));
        }
    }

    /// <summary>The same distance in average true ranges at the bar the entry is decided on, as with <see cref="TrailRanges"/>.</summary>
    public double? TrailingStopRanges
    {
        get => Has(Given.TrailingStopRanges) ? _trailingStop : null;
        init
        {
            if (value.HasValue || Has(Given.TrailingStopRanges))
                (_trailingStop, _given) = (value ?? 0, With(Given.TrailingStopRanges, value.HasValue));
        }
    }

    /// <summary>
    /// Protection beyond one stop and one target: several targets, a trailing stop that begins later or moves in steps, a stop at break-even.
    /// <see langword="null"/> for none. One plan of distances serves any number of entries.
    /// </summary>
    public ExitPlan? Plan { get; init; }

    /// <summary>Whether it may add to a position already open.</summary>
    public bool Add { get; init; }

    /// <summary>The reason, in the author's words; pass a constant, not a string built for each bar. May be <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the entry has protection.</summary>
    public bool IsProtected => Has(Given.Protection) || Plan is not null;

    private OrderType TypeOfPrices => (_given & Given.Prices) switch
    {
        Given.Nothing => OrderType.Market,
        Given.Limit => OrderType.Limit,
        Given.Stop => OrderType.Stop,
        Given.Touch => OrderType.MarketIfTouched,
        Given.Limit | Given.Touch => OrderType.LimitIfTouched,
        _ when Has(Given.AnyTrail) => OrderType.TrailingStop,
        _ => OrderType.StopLimit,
    };

    private bool IsTypeOfPrices => Type switch
    {
        OrderType.MarketOnOpen or OrderType.MarketOnClose => TypeOfPrices == OrderType.Market,
        OrderType.LimitOnOpen or OrderType.LimitOnClose => TypeOfPrices == OrderType.Limit,
        OrderType.TrailingStop => TypeOfPrices == OrderType.TrailingStop && !Has(Given.Limit) && !Has(Given.Stop),
        OrderType.StopLimit => (_given & Given.Prices) == (Given.Limit | Given.Stop),
        var type => type == TypeOfPrices,
    };

    /// <summary>Checks the terms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The strength is outside (0, 1], a price or distance is not a number above zero, or a value of an enumeration is undefined.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The prices do not match the order's type, or a date is given without <see cref="TimeInForce.GoodTillDate"/> or missing with it.
    /// </exception>
    public void Validate()
    {
        Arguments.RequireFraction(Strength, nameof(Strength));
        Arguments.RequirePrice(Limit, nameof(Limit));
        Arguments.RequirePrice(Stop, nameof(Stop));
        Arguments.RequirePrice(StopLoss?.Value, nameof(StopLoss));
        Arguments.RequirePrice(TakeProfit?.Value, nameof(TakeProfit));
        Arguments.RequirePrice(TrailingStop, nameof(TrailingStop));
        Arguments.RequirePrice(Trail, nameof(Trail));
        Arguments.RequirePrice(Touch, nameof(Touch));
        Arguments.RequirePrice(TrailRanges, nameof(TrailRanges));
        Arguments.RequirePrice(TrailingStopRanges, nameof(TrailingStopRanges));
        Arguments.RequireProperFraction(TrailFraction, nameof(TrailFraction));
        Arguments.RequireProperFraction(TrailingStopFraction, nameof(TrailingStopFraction));
        Arguments.RequireDefined(TimeInForce, nameof(TimeInForce));
        RequireOne(Given.Stop, Given.Touch, nameof(Touch), "Stop and Touch: the first waits for a worse price, the second for a better one");
        RequireOne(Given.AnyTrail, nameof(Trail), "Trail, TrailFraction and TrailRanges, which set the same distance");
        RequireOne(Given.AnyTrailingStop, nameof(TrailingStop), "TrailingStop, TrailingStopFraction and TrailingStopRanges, which set the same distance");
        if (!IsTypeOfPrices)
        {
            throw new ArgumentException(
                $"an entry of type {Type} does not take these prices: a limit order takes Limit, a stop order Stop, a stop-limit order "
                + "both, an if-touched order Touch, with or without Limit, a trailing stop Trail, with or without Touch, a market order none",
                nameof(Type));
        }

        if (TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill && Type is not (OrderType.Market or OrderType.Limit))
            throw new ArgumentException($"time in force {TimeInForce} requires a market or a limit order, not one of type {Type}", nameof(TimeInForce));
        if ((TimeInForce == TimeInForce.GoodTillDate) != (GoodUntil is not null))
        {
            throw new ArgumentException(
                $"an entry with time in force {TimeInForce} {(GoodUntil is null ? "needs" : "takes no")} GoodUntil", nameof(GoodUntil));
        }

        Plan?.Validate(this);
    }

    private void RequireOne(Given one, Given other, string name, string what)
    {
        if (Has(one) && Has(other))
            throw new ArgumentException($"set only one of {what}", name);
    }

    private void RequireOne(Given any, string name, string what)
    {
        if (BitOperations.PopCount((uint)(_given & any)) > 1)
            throw new ArgumentException($"set only one of {what}", name);
    }

    private static PriceLevel Level(double value, bool isAway) => isAway ? PriceLevel.Offset(value) : PriceLevel.At(value);

    private bool Has(Given given) => (_given & given) != 0;

    private Given With(Given given, bool isSet) => isSet ? _given | given : _given & ~given;
}
