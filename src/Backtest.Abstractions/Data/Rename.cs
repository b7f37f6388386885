namespace Backtest;

/// <summary>A company changed its symbol: the old symbol's bars before the day belong to the new one.</summary>
/// <param name="Symbol">The symbol until then.</param>
/// <param name="Day">The first day under the new one.</param>
/// <param name="NewSymbol">The symbol from then on.</param>
public sealed record Rename(string Symbol, DateOnly Day, string NewSymbol) : CorporateAction(Symbol, Day);
