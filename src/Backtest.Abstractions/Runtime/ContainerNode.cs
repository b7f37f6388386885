using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>
/// One container on one instrument; to its portfolio, it is a strategy like any other. The generated subclass passes each event to the container's
/// generated wiring. It takes every bar; each member knows when it is ready itself.
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
