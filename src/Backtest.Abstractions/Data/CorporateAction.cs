namespace Backtest;

/// <summary>An action of a company that changes what a share is worth, or what holders have.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Day">The ex-date: the first trading day at the new terms.</param>
public abstract record CorporateAction(string Symbol, DateOnly Day);
