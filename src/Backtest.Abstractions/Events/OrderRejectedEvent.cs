namespace Backtest;

/// <summary>The engine refused an order.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Instrument">What was to be traded.</param>
/// <param name="StrategyIndex">The index of the strategy it was for, from 0.</param>
/// <param name="Reason">The reason, as a word such as <c>insufficient_funds</c>.</param>
[Event(Stage.Fill)]
public readonly record struct OrderRejectedEvent(int OrderId, DateTime Time, Instrument Instrument, int StrategyIndex, string Reason);
