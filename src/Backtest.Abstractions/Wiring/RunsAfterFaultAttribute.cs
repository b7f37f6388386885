namespace Backtest;

/// <summary>
/// Marks a handler of an event from outside that still runs once its container has faulted. The wiring gets a second method for the event,
/// <c>OnFrozen…</c>, which calls only the handlers marked so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunsAfterFaultAttribute : Attribute;
