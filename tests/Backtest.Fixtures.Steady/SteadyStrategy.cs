namespace Backtest.Fixtures.Steady;

/// <summary>Wants one side, at every bar on which it is flat.</summary>
[Strategy("steady", Description = "Wants one side at every bar.")]
public sealed partial class SteadyStrategy
{
    /// <summary>The side it wants.</summary>
    [Parameter(Description = "The side it wants.")]
    public Direction Side { get; init; }

    /// <summary>Asks for its side.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat)
            signals.Enter(Side);
    }
}
