namespace Backtest.Tests;

/// <summary>Keeps the reasons a risk manager gives.</summary>
internal sealed class ReducedOrders : IOrders
{
    public List<string> Reasons { get; } = [];

    public void Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold) => Reasons.Add("placed");

    public void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit, double measured, double threshold) => Reasons.Add("placed");

    public void Veto(in SignalEvent signal, string riskLimit, double measured, double threshold) => Reasons.Add(riskLimit);

    public void Reduce(Instrument instrument, double fraction, string reason) => Reasons.Add(reason);

    public bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason)
    {
        Reasons.Add(reason);
        return true;
    }

    public void Cancel(in OrderEvent order, string reason) => Reasons.Add(reason);
}
