using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// Describes how an author writes the handler behind a node's method, if it differs from the method: the method takes a row for a bar, a turn for the
/// events in it, or the node holds what the author takes as a parameter.
/// </summary>
/// <param name="name">The author's method.</param>
/// <param name="event">The event it handles, whose stage is the handler's.</param>
/// <param name="takes">What else it may take, each if needed: the node has a property of the type, or one that holds it.</param>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerAttribute(string name, Type @event, params Type[] takes) : Attribute
{
    /// <summary>The author's method.</summary>
    public string Name { get; } = name;

    /// <summary>The event it handles.</summary>
    public Type Event { get; } = @event;

    /// <summary>What else it may take.</summary>
    public IReadOnlyList<Type> Takes { get; } = takes;
}
