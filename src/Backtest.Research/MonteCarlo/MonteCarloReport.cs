using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>Other results a run could have had: the content of <c>monte_carlo.json</c>.</summary>
public sealed record MonteCarloReport
{
    /// <summary>The version of the format; this release writes 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The id of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The hash of the run's events, which identifies the run the figures are about.</summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The seed of all random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The result of each method, in the requested order.</summary>
    public required IReadOnlyList<MonteCarloResult> Methods { get; init; }
}

/// <summary>The results a run could have had if one thing had been different.</summary>
public sealed record MonteCarloResult
{
    /// <summary>The method: one of <c>monte_carlo.methods</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The number of repetitions, without those that failed.</summary>
    public required int Repetitions { get; init; }

    /// <summary>The unit of a path's steps: <c>day</c> or <c>trade</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The mean length of blocks, in steps, or null if nothing is drawn in blocks.</summary>
    public double? BlockLength { get; init; }

    /// <summary>Equity after the last step, in money; null if it is always the same, or there are too few runs for bands.</summary>
    public MonteCarloBand? FinalEquity { get; init; }

    /// <summary>The return from the first to the last step, as a fraction; null if it is always the same.</summary>
    public MonteCarloBand? TotalReturn { get; init; }

    /// <summary>
    /// The deepest fall from a peak at the end of steps, as a fraction of the peak; zero or positive. Null if there are too few runs for bands.
    /// </summary>
    public MonteCarloBand? MaxDrawdown { get; init; }

    /// <summary>The annual Sharpe ratio, or null if steps are not days.</summary>
    public MonteCarloBand? Sharpe { get; init; }

    /// <summary>The fraction of repetitions that end below their initial equity, or null if the end is always the same.</summary>
    public double? ProbabilityOfLoss { get; init; }

    /// <summary>
    /// The fraction of repetitions with a deeper maximum drawdown than the run, or null if there are too few runs for bands.
    /// </summary>
    public double? ProbabilityOfDeeperDrawdown { get; init; }

    /// <summary>What the figures show and what they do not, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>Further notes, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The results of single runs, where each was made worse by a known amount: the unchanged run first, then by increasing amount.</summary>
    public IReadOnlyList<StressStep> Steps { get; init; } = [];

    /// <summary>Bands along the way; empty if there are too few runs for them.</summary>
    public required IReadOnlyList<FanPoint> Fan { get; init; }
}

/// <summary>The distribution of a figure over repetitions: quantiles by linear interpolation (type 7 of Hyndman and Fan, 1996).</summary>
/// <param name="Run">The figure of the run itself, or null if it is not available.</param>
/// <param name="P5">The 5% quantile.</param>
/// <param name="P25">The 25% quantile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75% quantile.</param>
/// <param name="P95">The 95% quantile.</param>
public sealed record MonteCarloBand(double? Run, double P5, double P25, double P50, double P75, double P95)
{
    /// <summary>The quantiles, lowest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Quantiles => [P5, P25, P50, P75, P95];

    /// <summary>Computes the band of a figure.</summary>
    /// <param name="run">The figure of the run itself.</param>
    /// <param name="values">The figures of the repetitions, at least one; this method sorts them.</param>
    internal static MonteCarloBand Of(double? run, Span<double> values)
    {
        values.Sort();
        return new MonteCarloBand(
            run, Quantile(values, 0.05), Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75), Quantile(values, 0.95));
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}

/// <summary>Bands at a step.</summary>
/// <param name="Step">The number of steps up to and including this one; 0 is the beginning.</param>
/// <param name="Day">The day the step ends, or null if steps are trades.</param>
/// <param name="Equity">Equity, in money.</param>
/// <param name="Drawdown">The fall from the highest equity so far, as a fraction of it; zero or positive.</param>
public sealed record FanPoint(int Step, DateOnly? Day, MonteCarloBand Equity, MonteCarloBand Drawdown);
