namespace Backtest;

/// <summary>A company took another symbol: the bars of the old one before the day are those of the new one.</summary>
/// <param name="Symbol">The symbol until then.</param>
/// <param name="Day">The first day under the new one.</param>
/// <param name="NewSymbol">The symbol from then on.</param>
public sealed record Rename(string Symbol, DateOnly Day, string NewSymbol) : CorporateAction(Symbol, Day);
