namespace Backtest;

/// <summary>A signal led to no order.</summary>
/// <param name="Signal">The signal's id.</param>
/// <param name="Limit">What stood against it: a limit's type, or a word such as <c>already_in</c>.</param>
/// <param name="Value">What the limit measured; not a number where nothing was measured.</param>
/// <param name="Bound">What the limit allows; not a number where nothing was measured.</param>
[Event(Stage.Order)]
public readonly record struct SignalVetoedEvent(int Signal, string Limit, double Value, double Bound);
