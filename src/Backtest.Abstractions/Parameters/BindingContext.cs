namespace Backtest;

/// <summary>What the place of a plugin in the tree lets its parameters mean.</summary>
public sealed record BindingContext
{
    /// <summary>The states of the classifier above, <c>unknown</c> included; empty: there is no classifier above.</summary>
    public IReadOnlyList<string> Regimes { get; init; } = [];

    /// <summary>Whether the classifier above gives one regime for the whole market.</summary>
    public bool IsMarketRegime { get; init; }

    /// <summary>
    /// The greatest gross notional over equity the account lets an entry of the portfolio fill to; <see langword="null"/>: there is no portfolio
    /// above, or its account decides otherwise.
    /// </summary>
    public decimal? GreatestLeverage { get; init; }

    /// <summary>Bars a year, by the length of the bars it works on and the calendar of the first instrument it works on.</summary>
    public double PeriodsPerYear { get; init; } = 252;
}
