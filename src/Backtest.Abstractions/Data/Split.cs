namespace Backtest;

/// <summary>Each share became several, or several became one.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date.</param>
/// <param name="Ratio">Shares after for each share before: 2 for two for one, 0.1 for one for ten; above zero.</param>
public sealed record Split(string Symbol, DateOnly Day, decimal Ratio) : CorporateAction(Symbol, Day);
