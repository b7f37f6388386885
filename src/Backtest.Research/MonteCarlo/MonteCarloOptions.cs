namespace Backtest.Research;

/// <summary>Options of repetitions that do not change figures.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>How many repetitions may execute at once; at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Called after each repetition that executes a run.</summary>
    public IProgress<MonteCarloProgress>? Progress { get; init; }
}

/// <summary>The progress.</summary>
/// <param name="Done">The number of runs completed.</param>
/// <param name="Planned">The total number of runs.</param>
public readonly record struct MonteCarloProgress(int Done, int Planned);
