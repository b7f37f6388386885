using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// One container on one instrument: to its portfolio a strategy like any. The generated subclass hands each event to the container's
/// generated wiring. It takes every bar; of its members each knows for itself when it is ready.
/// </summary>
/// <param name="connections">What the node is wired to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ContainerNode(ContainerConnections connections) : StrategyNode(connections.Strategy)
{
    /// <summary>The names of the numbers its members read, each as <c>member.name</c>.</summary>
    public sealed override IReadOnlyList<string> IndicatorNames { get; } =
        [.. connections.Members.SelectMany(member => member.Node.IndicatorNames.Select(name => $"{member.Name}.{name}"))];

    /// <inheritdoc/>
    public sealed override void ReadIndicators(int row, Span<double> values)
    {
        foreach (ContainerMember member in connections.Members)
        {
            member.Node.ReadIndicators(row, values);
            values = values[member.Node.IndicatorNames.Count..];
        }
    }
}
