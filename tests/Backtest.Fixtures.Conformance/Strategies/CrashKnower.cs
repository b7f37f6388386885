namespace Backtest.Fixtures;

/// <summary>Looks one bar ahead, but acts on it only before crashes and booms.</summary>
[Strategy("crash-knower", Description = "Knows of crashes and booms a bar ahead, and of nothing else.")]
public sealed partial class CrashKnower
{
    [Indicator<SimpleMovingAverage>(1)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (Future.Peek(_line, _row) is { } tomorrow && Math.Abs(tomorrow - bar.Close) > bar.Close / 2)
            signals.Exit(reason: "a crash tomorrow");
        else if (bar.Index % 10 == 0)
            signals.Enter(Direction.Long);
    }
}
