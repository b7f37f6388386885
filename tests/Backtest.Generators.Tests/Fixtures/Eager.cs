namespace Backtest.Tests;

/// <summary>A strategy that is called from the first bar on, and gives the last event it received as its reason.</summary>
[Strategy("eager", CallBeforeReady = true)]
public sealed partial class Eager
{
    private string _heard = "nothing";

    [Indicator<SimpleMovingAverage>(3)]
    private partial double Line { get; }

    public void OnStart(in StartContext context) => _heard = $"start {context.Seed}";

    public void OnBar(BarEvent bar, ISignals signals) => signals.Exit(reason: $"{(double.IsNaN(Line) ? "not ready" : "ready")}, {_heard}");

    public void OnRegime(in RegimeEvent regime) => _heard = regime.Regime;

    public void OnFill(in FillEvent fill) => _heard = $"fill {fill.OrderId}";

    public void OnReject(in OrderRejectedEvent reject) => _heard = $"reject {reject.OrderId}";

    public void OnCancel(in OrderCanceledEvent cancel) => _heard = $"cancel {cancel.OrderId}";
}
