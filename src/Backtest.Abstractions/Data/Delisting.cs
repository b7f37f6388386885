namespace Backtest;

/// <summary>A symbol ceased to trade, and each unit held was paid out at a final price; a short position pays it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The first day it no longer trades.</param>
/// <param name="Price">
/// Money for each unit, as units are on that day; zero: it was worth nothing; <see langword="null"/>: it is not known, and the last price counts.
/// </param>
public sealed record Delisting(string Symbol, DateOnly Day, decimal? Price) : CorporateAction(Symbol, Day);
