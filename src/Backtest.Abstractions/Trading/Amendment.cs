namespace Backtest;

/// <summary>What changes about an order at work. What is not set stays as it is.</summary>
/// <example><c>signals.Amend(entry, new Amendment { Limit = 99.5 })</c></example>
public readonly record struct Amendment
{
    /// <summary>The worst price the order takes.</summary>
    public double? Limit { get; init; }

    /// <summary>The price that wakes the order; of a trailing stop the price it stands at.</summary>
    public double? Stop { get; init; }

    /// <summary>The distance of a trailing stop, in the unit it was given in.</summary>
    public double? Trail { get; init; }

    /// <summary>
    /// How many the order is for in all, what has filled included. Fewer are taken as they are; for more, the risk manager is asked. At no more than
    /// what has filled the rest is canceled.
    /// </summary>
    public double? Quantity { get; init; }

    /// <summary>
    /// Where the stop loss of the entry stands from now on; one it did not have is added. So it is with the other protection. Once the entry has filled
    /// and nothing protects it yet, what is added protects all that is held and that no other entry's protection covers; distances are from its average
    /// price.
    /// </summary>
    public PriceLevel? StopLoss { get; init; }

    /// <summary>Where the target of the entry stands from now on.</summary>
    public PriceLevel? TakeProfit { get; init; }

    /// <summary>The distance of the entry's trailing stop from now on, in the unit it was given in.</summary>
    public double? TrailingStop { get; init; }

    /// <summary>Why, in the author's words; pass a constant. May be <see langword="null"/>.</summary>
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
                "an amendment has to change something: set Limit, Stop, Trail, Quantity, StopLoss, TakeProfit or TrailingStop");
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
