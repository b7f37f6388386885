namespace Backtest.Fixtures;

/// <summary>Decides by the position of a bar in its chunk.</summary>
[Strategy("row-counter", Description = "Decides by the place of a bar in its chunk.")]
public sealed partial class RowCounter
{
    [Indicator<SimpleMovingAverage>(2)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (_row % 10 == 3)
            signals.Enter(Direction.Long);
    }
}
