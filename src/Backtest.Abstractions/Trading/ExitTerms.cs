namespace Backtest;

/// <summary>The terms of an exit that waits for a price or a time. What is not set keeps its default: all of the position, at the market.</summary>
/// <example><c>signals.Exit(new ExitTerms { Limit = 110, Fraction = 0.5 })</c></example>
public readonly record struct ExitTerms
{
    private readonly double _fraction;

    /// <summary>How much of the position, in (0, 1]; 1 unless set.</summary>
    public double Fraction
    {
        get => _fraction == 0 ? 1 : _fraction;
        init => _fraction = value == 0 ? double.NaN : value; // the default of the struct is all of it
    }

    /// <summary>How the exit fills; unless set, the type follows from the prices, as with <see cref="EntryTerms.Type"/>.</summary>
    public OrderType? Type { get; init; }

    /// <summary>The worst price the exit accepts; <see langword="null"/> for any.</summary>
    public double? Limit { get; init; }

    /// <summary>The price that triggers the exit, on the side where it is worse than now; <see langword="null"/> if it is active at once.</summary>
    public double? Stop { get; init; }

    /// <summary>The price that triggers the exit, on the side where it is better than now.</summary>
    public double? Touch { get; init; }

    /// <summary>The distance, in points of price, of a stop that follows the best price from now on.</summary>
    public double? Trail { get; init; }

    /// <summary>The same distance as a fraction of the best price, in (0, 1).</summary>
    public double? TrailFraction { get; init; }

    /// <summary>The same distance in average true ranges at the bar the exit is decided on, as with <see cref="EntryTerms.TrailRanges"/>.</summary>
    public double? TrailRanges { get; init; }

    /// <summary>How long the exit stays in force.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>The last date the exit may fill on, with <see cref="TimeInForce.GoodTillDate"/>.</summary>
    public DateOnly? GoodUntil { get; init; }

    /// <summary>The reason, in the author's words; pass a constant. May be <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The same terms, in the form of an order's terms.</summary>
    /// <exception cref="ArgumentException">They contradict each other; see <see cref="EntryTerms.Validate"/>.</exception>
    public EntryTerms ToOrderTerms()
    {
        Arguments.RequireFraction(Fraction, nameof(Fraction));
        EntryTerms terms = new()
        {
            Limit = Limit,
            Stop = Stop,
            Touch = Touch,
            Trail = Trail,
            TrailFraction = TrailFraction,
            TrailRanges = TrailRanges,
            TimeInForce = TimeInForce,
            GoodUntil = GoodUntil,
        };
        if (Type is { } type)
            terms = terms with { Type = type };
        terms.Validate();
        return terms;
    }
}
