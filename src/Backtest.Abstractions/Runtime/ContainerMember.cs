using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>A strategy inside a container, on one instrument.</summary>
/// <param name="Name">Its name in the run file.</param>
/// <param name="Node">Its node.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ContainerMember(string Name, StrategyNode Node);
