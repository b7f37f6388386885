namespace Backtest.Fixtures.Honest;

/// <summary>Decides at random, from the run's seed.</summary>
[Strategy("seeded", Description = "Goes by chance, from the run's seed.")]
public sealed partial class SeededStrategy
{
    private ulong _state;

    /// <summary>Takes the seed.</summary>
    public void OnStart(in StartContext context) => _state = context.Seed | 1;

    /// <summary>Decides.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        bool wants = (_state >> 60) % 5 == 0;
        if (position.IsFlat && wants)
            signals.Enter(Direction.Long);
        else if (position.IsLong && wants)
            signals.Exit();
    }
}
