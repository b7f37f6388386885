using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>The compiled event flow of a container, as in its generated wiring.</summary>
/// <param name="Container">The container's type.</param>
/// <param name="Edges">The edges, in the order of the turn.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FlowDescription(string Container, params IReadOnlyList<FlowEdge> Edges)
{
    /// <summary>What roles read from each other, in the order of the turn.</summary>
    public IReadOnlyList<FlowRead> Reads { get; init; } = [];
}
