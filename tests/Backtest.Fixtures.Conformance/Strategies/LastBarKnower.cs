namespace Backtest.Fixtures;

/// <summary>Knows which bar is the last, and exits before it.</summary>
[Strategy("last-bar-knower", Description = "Knows the last bar, and leaves before it.")]
public sealed partial class LastBarKnower
{
    [Indicator<SimpleMovingAverage>(1)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (Future.Peek(_line, _row) is null)
            signals.Exit(reason: "the end is near");
        else if (bar.Index % 10 == 0)
            signals.Enter(Direction.Long);
    }
}
