namespace Backtest.Fixtures;

/// <summary>Never signals.</summary>
[Strategy("idle", Description = "Decides nothing, ever.")]
public sealed partial class Idle
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Close < 0)
            signals.Enter(Direction.Long);
    }
}
