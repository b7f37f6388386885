namespace Backtest;

/// <summary>A symbol ceased to trade, and each unit held was paid out at a final price; a short position pays it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The first day it no longer trades.</param>
/// <param name="Price">
/// Money for each unit, in units of that day; zero if it was worth nothing; <see langword="null"/> if it is not known, so that the last price counts.
/// </param>
public sealed record Delisting(string Symbol, DateOnly Day, decimal? Price) : CorporateAction(Symbol, Day);
