namespace Backtest.Research;

/// <summary>How repetitions are made, where nothing of it changes a figure.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>How many repetitions may be made at once; at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Told after each repetition that takes a run.</summary>
    public IProgress<MonteCarloProgress>? Progress { get; init; }
}

/// <summary>How far it is.</summary>
/// <param name="Done">Runs made.</param>
/// <param name="Planned">Runs in all.</param>
public readonly record struct MonteCarloProgress(int Done, int Planned);
