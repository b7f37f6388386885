namespace Backtest;

/// <summary>A signal led to no order.</summary>
/// <param name="SignalId">The signal's id.</param>
/// <param name="RiskLimit">What stood against it: a limit's type, or a word such as <c>already_in</c>.</param>
/// <param name="Measured">What the limit measured; not a number where nothing was measured.</param>
/// <param name="Threshold">What the limit allows; not a number where nothing was measured.</param>
[Event(Stage.Order)]
public readonly record struct SignalVetoedEvent(int SignalId, string RiskLimit, double Measured, double Threshold);
