namespace Backtest.Fixtures.Steady;

/// <summary>Enters the same side at every bar on which it is flat.</summary>
[Strategy("steady", Description = "Wants one side at every bar.")]
public sealed partial class SteadyStrategy
{
    /// <summary>The side it enters.</summary>
    [Parameter(Description = "The side it wants.")]
    public Direction Side { get; init; }

    /// <summary>Enters its side if it is flat.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat)
            signals.Enter(Side);
    }
}
