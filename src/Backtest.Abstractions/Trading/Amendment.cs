namespace Backtest;

/// <summary>Changes to an order at work. What is not set stays as it is.</summary>
/// <example><c>signals.Amend(entry, new Amendment { Limit = 99.5 })</c></example>
public readonly record struct Amendment
{
    /// <summary>The worst price the order accepts.</summary>
    public double? Limit { get; init; }

    /// <summary>The price that triggers the order; for a trailing stop, the price it stands at.</summary>
    public double? Stop { get; init; }

    /// <summary>The distance of a trailing stop, in the unit it was given in.</summary>
    public double? Trail { get; init; }

    /// <summary>
    /// The total quantity of the order, including what has filled. A smaller quantity is taken as it is; for a larger one, the risk manager is asked.
    /// If it is no more than what has filled, the rest is canceled.
    /// </summary>
    public double? Quantity { get; init; }

    /// <summary>
    /// The new level of the entry's stop loss; if it has none, one is added. The same applies to the other protection. Once the entry has filled and
    /// nothing protects it yet, added protection covers all that is held and not covered by another entry's protection; distances are from its
    /// average price.
    /// </summary>
    public PriceLevel? StopLoss { get; init; }

    /// <summary>The new level of the entry's target.</summary>
    public PriceLevel? TakeProfit { get; init; }

    /// <summary>The new distance of the entry's trailing stop, in the unit it was given in.</summary>
    public double? TrailingStop { get; init; }

    /// <summary>The reason, in the author's words; pass a constant. May be <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Checks the amendment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A price, a distance or the quantity is not a number above zero.</exception>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    public void Validate()
    {
        Arguments.RequirePrice(Limit, nameof(Limit));
        Arguments.RequirePrice(Stop, nameof(Stop));
        Arguments.RequirePrice(Trail, nameof(Trail));
        Arguments.RequirePrice(Quantity, nameof(Quantity));
        Arguments.RequirePrice(StopLoss?.Value, nameof(StopLoss));
        Arguments.RequirePrice(TakeProfit?.Value, nameof(TakeProfit));
        Arguments.RequirePrice(TrailingStop, nameof(TrailingStop));
        if ((Limit ?? Stop ?? Trail ?? Quantity ?? TrailingStop ?? StopLoss?.Value ?? TakeProfit?.Value) is null)
        {
            throw new ArgumentException(
                "an amendment must change something: set Limit, Stop, Trail, Quantity, StopLoss, TakeProfit or TrailingStop");
        }
    }

    /// <summary>The prices that change, as a signal carries them.</summary>
    internal EntryTerms ToTerms() => new()
    {
        Limit = Limit,
        Stop = Stop,
        Trail = Trail,
        StopLoss = StopLoss,
        TakeProfit = TakeProfit,
        TrailingStop = TrailingStop,
    };
}
