namespace Backtest.Fixtures;

/// <summary>Allows a period that its indicator rejects.</summary>
[Strategy("wide-bound", Description = "Allows a period its indicator cannot have.")]
public sealed partial class WideBound
{
    [Parameter(Min = 0, Max = 100, Description = "The period.")]
    public int Period { get; init; } = 5;

    [Indicator<SimpleMovingAverage>(nameof(Period))]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat && bar.Close > Line)
            signals.Enter(Direction.Long);
        else if (position.IsLong && bar.Close < Line)
            signals.Exit();
    }
}
