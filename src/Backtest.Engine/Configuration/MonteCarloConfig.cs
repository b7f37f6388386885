namespace Backtest.Engine;

/// <summary>How a run is compared with other outcomes it could have had.</summary>
public sealed record MonteCarloConfig
{
    /// <summary>The methods, each of which changes something at random: some of <see cref="MonteCarloMethods"/>, each once.</summary>
    public IReadOnlyList<string> Methods { get; init; } = MonteCarloMethods.OfResults;

    /// <summary>The number of times trades or returns are drawn; at least <see cref="MonteCarloMethods.FewestRepetitions"/>.</summary>
    public int Repetitions { get; init; } = 1000;

    /// <summary>The number of times the run is repeated for each method that needs runs; with the same bounds as <see cref="Repetitions"/>.</summary>
    public int Reruns { get; init; } = 100;

    /// <summary>The seed of the random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The deviation of the noise on a price, as a share of the mean range of a bar; above zero.</summary>
    public double Noise { get; init; } = 0.1;

    /// <summary>The part of the run's days, from the first on, within which trading begins; in (0, 0.9].</summary>
    public double StartWithin { get; init; } = 0.25;

    /// <summary>The greatest additional charge on a fill, in hundredths of a percent of its value; above zero.</summary>
    public double ExtraCost { get; init; } = 20;

    /// <summary>
    /// The numbers of bars by which orders are delayed beyond the run's own latency, with one run for each. If the latency is a length of time, the
    /// numbers are multiples of it. Above zero, each once.
    /// </summary>
    public IReadOnlyList<int> Delays { get; init; } = [1, 2, 3, 5];
}
