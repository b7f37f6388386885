namespace Backtest.Fixtures;

/// <summary>Counts the bars of all its instances together.</summary>
[Strategy("static-counter", Description = "Counts bars for all its instances together.")]
public sealed partial class StaticCounter
{
    private static int s_bars;

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (++s_bars % 7 == 0)
            signals.Enter(Direction.Long);
    }
}
