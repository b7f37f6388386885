using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>A container's node that is observed as the one strategy it is to its portfolio.</summary>
internal sealed class ObservedContainer(ContainerConnections connections, ObservedStrategy observed) : ContainerNode(connections)
{
    public override void OnStart(in StartContext context) => observed.OnStart(context);

    public override void OnTurn(int row) => observed.OnTurn(row);

    public override void OnRegime(in RegimeEvent regime) => observed.OnRegime(regime);

    public override void OnFill(in FillEvent fill) => observed.OnFill(fill);

    public override void OnReject(in OrderRejectedEvent reject) => observed.OnReject(reject);

    public override void OnCancel(in OrderCanceledEvent cancel) => observed.OnCancel(cancel);
}
