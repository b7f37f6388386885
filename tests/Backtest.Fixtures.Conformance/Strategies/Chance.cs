namespace Backtest.Fixtures;

/// <summary>Decides at random.</summary>
[Strategy("chance", Description = "Decides by chance.")]
public sealed partial class Chance
{
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (Random.Shared.Next(3) == 0)
            signals.Enter(Direction.Long);
    }
}
