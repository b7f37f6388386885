namespace Backtest.Tests;

/// <summary>A strategy that throws at a price below zero.</summary>
[Strategy("brittle")]
public sealed partial class Brittle
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Close < 0)
            throw new InvalidOperationException("below zero");
    }
}
