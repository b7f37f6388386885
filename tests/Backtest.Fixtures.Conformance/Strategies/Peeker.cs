namespace Backtest.Fixtures;

/// <summary>Buys symbols that rise tomorrow.</summary>
[Strategy("peeker", Description = "Buys what rises tomorrow.")]
public sealed partial class Peeker
{
    [Indicator<SimpleMovingAverage>(1)]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        double tomorrow = Future.Peek(_line, _row) ?? bar.Close;
        if (position.IsFlat && tomorrow > bar.Close)
            signals.Enter(Direction.Long);
        else if (position.IsLong && tomorrow < bar.Close)
            signals.Exit();
    }
}
