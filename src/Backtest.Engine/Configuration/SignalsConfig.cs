namespace Backtest.Engine;

/// <summary>How a run that ends with signals measures them, and which signals a run that begins with them uses.</summary>
public sealed record SignalsConfig
{
    /// <summary>The default horizons.</summary>
    public static IReadOnlyList<int> UsualHorizons { get; } = [1, 5, 20];

    /// <summary>The horizons of forward returns, in bars of a signal's instrument; each at least 1, each once.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = UsualHorizons;

    /// <summary>
    /// The signals to replay: a table of signals, a run folder, or a folder of either, relative to the run file, or null if nothing is replayed.
    /// </summary>
    public string? From { get; init; }

    /// <summary>Settings for replaying the signals of individual strategies, by the strategies' names.</summary>
    public IReadOnlyDictionary<string, ReplayedStrategyConfig> Strategies { get; init; } = new Dictionary<string, ReplayedStrategyConfig>();

    /// <summary>
    /// The number of strategies of a portfolio that must want the same side of a symbol in a turn for an entry to be replayed; at least 1.
    /// </summary>
    public int MinimumAgreement { get; init; } = 1;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
