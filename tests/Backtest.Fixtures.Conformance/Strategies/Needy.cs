namespace Backtest.Fixtures;

/// <summary>Has a parameter without a default.</summary>
[Strategy("needy", Description = "Has a parameter without a default.")]
public sealed partial class Needy
{
    [Parameter(Min = 1, Max = 9, Description = "Every so many bars.")]
    public required int Every { get; init; }

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (bar.Index % Every == 0)
            signals.Enter(Direction.Long);
    }
}
