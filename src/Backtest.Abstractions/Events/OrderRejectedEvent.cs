namespace Backtest;

/// <summary>The engine refused an order.</summary>
/// <param name="Order">The order's id.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Instrument">What was to be traded.</param>
/// <param name="Strategy">The place of the strategy it was for, from 0.</param>
/// <param name="Reason">Why, as a word such as <c>insufficient_funds</c>.</param>
[Event(Stage.Fill)]
public readonly record struct OrderRejectedEvent(int Order, DateTime Time, Instrument Instrument, int Strategy, string Reason);
