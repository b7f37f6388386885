namespace Backtest;

/// <summary>
/// Marks an interface as the capability to emit an event: a handler that takes it as a parameter may emit that event; no other handler may.
/// </summary>
/// <param name="events">The types of the events it emits.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class EmitterAttribute(params Type[] events) : Attribute
{
    /// <summary>The types of the events it emits.</summary>
    public IReadOnlyList<Type> Events { get; } = events;
}
