namespace Backtest;

/// <summary>An order stands no longer, with what it had not filled.</summary>
/// <param name="Order">The order's id.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Instrument">What was to be traded.</param>
/// <param name="Strategy">The place of the strategy it was for, from 0.</param>
/// <param name="Unfilled">The quantity left.</param>
/// <param name="Reason">Why, as a word such as <c>exit</c>, <c>expired</c> or <c>other_filled</c>.</param>
[Event(Stage.Fill)]
public readonly record struct OrderCanceledEvent(
    int Order, DateTime Time, Instrument Instrument, int Strategy, decimal Unfilled, string Reason);
