namespace Backtest;

/// <summary>An order was canceled, with the quantity it had not filled.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Instrument">What was to be traded.</param>
/// <param name="StrategyIndex">The index of the strategy it was for, from 0.</param>
/// <param name="Unfilled">The quantity left.</param>
/// <param name="Reason">The reason, as a word such as <c>exit</c>, <c>expired</c> or <c>other_filled</c>.</param>
[Event(Stage.Fill)]
public readonly record struct OrderCanceledEvent(
    int OrderId, DateTime Time, Instrument Instrument, int StrategyIndex, decimal Unfilled, string Reason);
