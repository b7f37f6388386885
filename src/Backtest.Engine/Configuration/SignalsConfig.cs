namespace Backtest.Engine;

/// <summary>How signals are measured if a run ends with them, and which are used if a run begins with them.</summary>
public sealed record SignalsConfig
{
    /// <summary>The horizons measured unless others are given.</summary>
    public static IReadOnlyList<int> UsualHorizons { get; } = [1, 5, 20];

    /// <summary>The numbers of bars of a signal's instrument over which its forward returns run; each at least 1, each once.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = UsualHorizons;

    /// <summary>
    /// What a replay reads: a table of signals, a run folder, or a folder of either, relative to the run file, or null if nothing is replayed.
    /// </summary>
    public string? From { get; init; }

    /// <summary>How signals of some strategies are replayed, by the strategies' names.</summary>
    public IReadOnlyDictionary<string, ReplayedStrategyConfig> Strategies { get; init; } = new Dictionary<string, ReplayedStrategyConfig>();

    /// <summary>How many strategies of a portfolio must want the same side of a symbol in a turn for an entry to be replayed; at least 1.</summary>
    public int MinimumAgreement { get; init; } = 1;

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
