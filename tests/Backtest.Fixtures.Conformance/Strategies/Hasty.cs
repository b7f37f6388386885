namespace Backtest.Fixtures;

/// <summary>Reads an indicator that claims to be ready before it is.</summary>
[Strategy("hasty", Description = "Reads an indicator that says it is ready before it is.")]
public sealed partial class Hasty
{
    [Indicator<EarlyAverage>]
    private partial double Line { get; }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (!(bar.Close < Line) && position.IsFlat)
            signals.Enter(Direction.Long);
        else if (bar.Close < Line && position.IsLong)
            signals.Exit();
    }
}
