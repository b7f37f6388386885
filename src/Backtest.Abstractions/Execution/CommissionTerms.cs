namespace Backtest;

/// <summary>What has filled of an order, this fill included.</summary>
/// <param name="Quantity">How many, as they were traded.</param>
/// <param name="Value">What they are worth.</param>
/// <param name="IsMaker">Whether the order rested at its limit, and so added to the book rather than take from it.</param>
public readonly record struct CommissionTerms(decimal Quantity, decimal Value, bool IsMaker);
