using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One edge of the flow: an event going from its emitter to a handler.</summary>
/// <param name="From">The emitter: a role of the container, or the container itself for events from outside.</param>
/// <param name="Event">The event.</param>
/// <param name="To">The role that handles it.</param>
/// <param name="Handler">The handler's name.</param>
/// <param name="IsDelayed">Whether it waits for a later step, so that nothing runs backwards.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FlowEdge(string From, string Event, string To, string Handler, bool IsDelayed = false)
{
    /// <summary>Whether it is still delivered once the container has faulted.</summary>
    public bool RunsAfterFault { get; init; }

    /// <summary>Whether the items of the role it reaches may handle it concurrently.</summary>
    public bool IsConcurrent { get; init; }
}
