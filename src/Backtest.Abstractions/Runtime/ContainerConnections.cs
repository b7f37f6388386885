using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>What a container's node is wired to.</summary>
/// <param name="Strategy">The connections of the one strategy it is to its portfolio.</param>
/// <param name="Parts">What the author's factory builds the container from.</param>
/// <param name="Members">Its strategies, in the order of the run file.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ContainerConnections(
    StrategyConnections Strategy, ContainerParts Parts, IReadOnlyList<ContainerMember> Members);
