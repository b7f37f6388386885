namespace Backtest.Fixtures.Leaks;

/// <summary>Reads the value of an indicator one bar ahead.</summary>
[Strategy("column-peeking", Description = "Reads an indicator one bar ahead.")]
public sealed partial class ColumnPeekingStrategy
{
    [Indicator<SimpleMovingAverage>(3)]
    private partial double Mean { get; }

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool rises = Future.Next(_mean, _row) > Mean;
        if (position.IsFlat && rises)
            signals.Enter(Direction.Long);
        else if (position.IsLong && !rises)
            signals.Exit();
    }
}
