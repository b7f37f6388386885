using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Gets the author's instance out of its node: the node passes it this emitter, where the instance stores itself.</summary>
internal sealed class Probe : IOrders
{
    public Everything? Seen { get; set; }

    /// <summary>The instance the factory bound.</summary>
    public static Everything Bound(string json)
    {
        var probe = new Probe();
        RiskNode node = new EverythingFactory().Create(
            Written.Parse(json), new BindingContext(), new RiskConnections([], [], new IndicatorTable()));
        node.OnSignals(default, probe);
        return probe.Seen!;
    }

    public void Place(in SignalEvent signal, decimal quantity, string? riskLimit, double measured, double threshold) =>
        throw new NotSupportedException("The probe places nothing.");

    public void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit, double measured, double threshold) =>
        throw new NotSupportedException("The probe places nothing.");

    public void Veto(in SignalEvent signal, string riskLimit, double measured, double threshold) =>
        throw new NotSupportedException("The probe vetoes nothing.");

    public void Reduce(Instrument instrument, double fraction, string reason) =>
        throw new NotSupportedException("The probe reduces nothing.");

    public bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason) =>
        throw new NotSupportedException("The probe resizes nothing.");

    public void Cancel(in OrderEvent order, string reason) =>
        throw new NotSupportedException("The probe cancels nothing.");
}
