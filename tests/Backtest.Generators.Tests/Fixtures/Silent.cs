namespace Backtest.Tests;

/// <summary>A strategy that reads an indicator and never signals.</summary>
[Strategy("silent")]
public sealed partial class Silent
{
    [Indicator<SimpleMovingAverage>(5)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (Line < 0 && position.IsFlat)
            signals.Enter(Direction.Long);
    }
}
