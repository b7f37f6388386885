namespace Backtest.Engine;

/// <summary>An order and what became of it.</summary>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Order">The order as placed.</param>
/// <param name="Turn">The turn it was placed in, from 0.</param>
/// <param name="Filled">How many filled.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why it was rejected or canceled, or why it was placed; may be <see langword="null"/>.</param>
public readonly record struct OrderRecord(
    long Sequence, OrderEvent Order, long Turn, decimal Filled, OrderStatus Status, string? Reason);
