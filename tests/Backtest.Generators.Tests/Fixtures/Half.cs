namespace Backtest.Tests;

/// <summary>A strategy whose only parameter has a bound with a fraction.</summary>
[Strategy("half")]
public sealed partial class Half
{
    [Parameter(Min = 0.5, ExclusiveMin = true)]
    public double Share { get; init; } = 1;

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Close > Share)
            signals.Enter(Direction.Long);
    }
}
