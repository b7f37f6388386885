namespace Backtest;

/// <summary>Money was paid for each share held when the ex-date began; a short position pays it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date.</param>
/// <param name="Amount">Money for each share, in shares after a split of that day; above zero, or zero if rounding left nothing.</param>
public sealed record Dividend(string Symbol, DateOnly Day, decimal Amount) : CorporateAction(Symbol, Day)
{
    /// <summary>The amount prices are adjusted by if the amount paid was rounded; <see langword="null"/> for the amount paid.</summary>
    public decimal? Unrounded { get; init; }
}
