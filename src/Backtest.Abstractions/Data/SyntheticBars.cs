namespace Backtest;

/// <summary>How synthetic bars are made: a geometric random walk for each symbol, the same for the same seed on any machine.</summary>
public sealed record SyntheticBars
{
    /// <summary>Where randomness starts from.</summary>
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
}
