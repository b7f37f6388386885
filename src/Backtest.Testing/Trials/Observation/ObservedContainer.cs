using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A container's node that is observed as the one strategy it is to its portfolio.</summary>
[Observer(nameof(_inner))]
internal sealed partial class ObservedContainer : ContainerNode
{
    private readonly ObservedStrategy _inner;

    public ObservedContainer(
        ContainerConnections connections, SubjectObserver observer, Func<ContainerConnections, ContainerNode> create)
        : base(connections) =>
        _inner = new ObservedStrategy(connections.Strategy, observer, own => create(connections with { Strategy = own }));
}
