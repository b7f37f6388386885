namespace Backtest.Engine;

/// <summary>A request to cancel a resting order.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Time">When the cancellation was decided, UTC.</param>
/// <param name="Instrument">The instrument the order trades.</param>
/// <param name="Reason">The reason, as a word such as <c>max_drawdown</c> or <c>left_regime</c>.</param>
/// <param name="Cause">What requests it: <see cref="OrderCause.CancelRequest"/>, its strategy, or the rule of the portfolio that requires it.</param>
/// <param name="SignalId">The signal that requests it; 0 if none does.</param>
[Event(Stage.Order)]
public readonly record struct CancelRequestEvent(
    int OrderId, DateTime Time, Instrument Instrument, string Reason, OrderCause Cause = OrderCause.CancelRequest, int SignalId = 0);
