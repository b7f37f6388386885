namespace Backtest;

/// <summary>Money was paid for each share held when the ex-date began; a short position pays it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date.</param>
/// <param name="Amount">Money for each share, as shares are once a split of that day is done; above zero.</param>
public sealed record Dividend(string Symbol, DateOnly Day, decimal Amount) : CorporateAction(Symbol, Day);
