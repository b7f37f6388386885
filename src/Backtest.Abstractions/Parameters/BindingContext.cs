namespace Backtest;

/// <summary>The facts about a plugin's place in the tree that its parameters may refer to.</summary>
public sealed record BindingContext
{
    /// <summary>The states of the classifier above, <c>unknown</c> included; empty if there is no classifier above.</summary>
    public IReadOnlyList<string> Regimes { get; init; } = [];

    /// <summary>Whether the classifier above gives one regime for the whole market.</summary>
    public bool IsMarketRegime { get; init; }

    /// <summary>
    /// The greatest ratio of gross notional to equity up to which the account fills entries of the portfolio; <see langword="null"/> if there is no
    /// portfolio above, or its account decides by another rule.
    /// </summary>
    public decimal? GreatestLeverage { get; init; }

    /// <summary>Bars per year, from the length of the bars it works on and the calendar of the first instrument it works on.</summary>
    public double PeriodsPerYear { get; init; } = 252;
}
