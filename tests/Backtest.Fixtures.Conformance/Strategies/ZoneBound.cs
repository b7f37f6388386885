namespace Backtest.Fixtures;

/// <summary>Decides by the local time of the machine.</summary>
[Strategy("zone-bound", Description = "Decides by the time of the machine it runs on.")]
public sealed partial class ZoneBound
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.End.ToLocalTime().Hour < 12 == (bar.Index % 3 == 0))
            signals.Enter(Direction.Long);
    }
}
