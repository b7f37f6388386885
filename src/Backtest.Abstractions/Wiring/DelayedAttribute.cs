namespace Backtest;

/// <summary>
/// Marks a handler whose events wait until the bars of the turn reach its role, so that what comes back from the engine never runs against
/// the flow.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DelayedAttribute : Attribute;
