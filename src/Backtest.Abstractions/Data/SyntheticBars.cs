namespace Backtest;

/// <summary>How synthetic bars are generated: a geometric random walk for each symbol, the same for the same seed on any machine.</summary>
public sealed record SyntheticBars
{
    /// <summary>The seed of the random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Bars of each symbol; at least 1.</summary>
    public int Bars { get; init; } = 2520;

    /// <summary>The start of the first bar, in the data's zone.</summary>
    public DateOnly Start { get; init; } = new(2000, 1, 3);

    /// <summary>The first price; above zero.</summary>
    public double Price { get; init; } = 100;

    /// <summary>The mean return of a bar.</summary>
    public double Drift { get; init; } = 0.0003;

    /// <summary>The deviation of a bar's return; zero or above.</summary>
    public double Volatility { get; init; } = 0.01;

    /// <summary>The correlation of any two symbols' returns; 0 to 1. Above zero, a market moves them all.</summary>
    public double Correlation { get; init; }

    /// <summary>The deviation of a bar's open against the close before it; 0 to 0.15. At zero a bar opens where the last one closed.</summary>
    public double Gap { get; init; }

    /// <summary>The share of bars left out, different ones for each symbol; 0 to 0.9.</summary>
    public double Missing { get; init; }

    /// <summary>Sudden moves; <see langword="null"/> for none.</summary>
    public SyntheticJumps? Jumps { get; init; }

    /// <summary>
    /// States the market moves between, in place of <see cref="Drift"/> and <see cref="Volatility"/>: each is followed by any other with equal
    /// probability. Empty for a single one that never ends.
    /// </summary>
    public IReadOnlyList<SyntheticRegime> Regimes { get; init; } = [];
}
