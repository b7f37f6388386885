namespace Backtest.Tests;

/// <summary>Keeps the reasons a risk manager gives.</summary>
internal sealed class ReducedOrders : IOrders
{
    public List<string> Reasons { get; } = [];

    public void Place(in SignalEvent signal, decimal quantity, string? limit, double value, double bound) => Reasons.Add("placed");

    public void Veto(in SignalEvent signal, string limit, double value, double bound) => Reasons.Add(limit);

    public void Reduce(Instrument instrument, double fraction, string reason) => Reasons.Add(reason);
}
