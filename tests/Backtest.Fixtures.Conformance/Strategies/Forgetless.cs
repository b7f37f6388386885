namespace Backtest.Fixtures;

/// <summary>Has an indicator that keeps its state through a reset.</summary>
[Strategy("forgetless", Description = "Has an indicator that does not forget.")]
public sealed partial class Forgetless
{
    [Indicator<StickyHigh>]
    private partial double High { get; }

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.High >= High)
            signals.Enter(Direction.Long);
    }
}
