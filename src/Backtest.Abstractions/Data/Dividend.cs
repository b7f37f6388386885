namespace Backtest;

/// <summary>Money was paid for each share held when the ex-date began; a short position pays it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date.</param>
/// <param name="Amount">
/// Money for each share, as shares are once a split of that day is done; above zero, or zero where all of it was rounded away.
/// </param>
public sealed record Dividend(string Symbol, DateOnly Day, decimal Amount) : CorporateAction(Symbol, Day)
{
    /// <summary>What prices are adjusted by where the amount paid was rounded; <see langword="null"/>: the amount.</summary>
    public decimal? Unrounded { get; init; }
}
