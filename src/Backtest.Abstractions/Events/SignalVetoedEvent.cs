namespace Backtest;

/// <summary>A signal did not lead to an order.</summary>
/// <param name="SignalId">The signal's id.</param>
/// <param name="RiskLimit">The reason: a limit's type, or a word such as <c>already_in</c>.</param>
/// <param name="Measured">The value the limit measured; not a number if nothing was measured.</param>
/// <param name="Threshold">The value the limit allows; not a number if nothing was measured.</param>
[Event(Stage.Order)]
public readonly record struct SignalVetoedEvent(int SignalId, string RiskLimit, double Measured, double Threshold);
