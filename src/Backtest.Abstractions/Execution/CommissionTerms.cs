namespace Backtest;

/// <summary>The filled part of an order, this fill included.</summary>
/// <param name="Quantity">The quantity, in units as traded.</param>
/// <param name="Value">The value of that quantity.</param>
/// <param name="IsMaker">Whether the order rested at its limit, and so added to the book rather than taking from it.</param>
public readonly record struct CommissionTerms(decimal Quantity, decimal Value, bool IsMaker);
