namespace Backtest.Fixtures.Leaks;

/// <summary>Throws in the middle of the run.</summary>
[Strategy("leaving", Description = "Throws in the middle of the run.")]
public sealed partial class Leaving
{
    /// <summary>Throws at the bar with index 150.</summary>
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Index == 150)
            throw new InvalidOperationException("That is enough.");
    }
}
