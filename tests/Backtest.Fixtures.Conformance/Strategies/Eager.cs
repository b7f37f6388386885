namespace Backtest.Fixtures;

/// <summary>Asks to be called before its indicator is ready.</summary>
[Strategy("eager", Description = "Asks to be called before its indicator is ready.", CallBeforeReady = true)]
public sealed partial class Eager
{
    [Indicator<SimpleMovingAverage>(20)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && (double.IsNaN(Line) || bar.Close > Line))
            signals.Enter(Direction.Long);
        else if (position.IsLong && bar.Close < Line)
            signals.Exit();
    }
}
