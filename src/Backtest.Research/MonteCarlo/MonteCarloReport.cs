using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>What a run could as well have come to: what <c>monte_carlo.json</c> holds.</summary>
public sealed record MonteCarloReport
{
    /// <summary>The version of the format; this release writes 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The id of the run.</summary>
    public required string Run { get; init; }

    /// <summary>The hash of the run's events: the run these figures are of.</summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>What chance followed from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What came of each method, in the order asked.</summary>
    public required IReadOnlyList<MonteCarloResult> Methods { get; init; }
}

/// <summary>What a run could have come to if one thing had been otherwise.</summary>
public sealed record MonteCarloResult
{
    /// <summary>What was changed: one of <c>monte_carlo.methods</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How often it was drawn or run; those that could not be made are not counted.</summary>
    public required int Repetitions { get; init; }

    /// <summary>What a step of a path is: <c>day</c> or <c>trade</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The mean length of blocks, in steps; null where nothing is drawn in blocks.</summary>
    public double? BlockLength { get; init; }

    /// <summary>Equity after the last step, in money; null where it is always the same, or runs are too few for bands.</summary>
    public MonteCarloBand? FinalEquity { get; init; }

    /// <summary>The return from the first to the last step, as a fraction; null where it is always the same.</summary>
    public MonteCarloBand? TotalReturn { get; init; }

    /// <summary>The deepest fall from a peak at the end of steps, as a fraction of it; zero or above. Null where runs are too few for bands.</summary>
    public MonteCarloBand? MaxDrawdown { get; init; }

    /// <summary>The annual Sharpe ratio; null where steps are no days.</summary>
    public MonteCarloBand? Sharpe { get; init; }

    /// <summary>The share of repetitions that end below what they began with; null where the end is always the same.</summary>
    public double? ProbabilityOfLoss { get; init; }

    /// <summary>The share of repetitions whose deepest drawdown is deeper than that of the run; null where runs are too few for bands.</summary>
    public double? ProbabilityOfDeeperDrawdown { get; init; }

    /// <summary>What the figures can say, and what they cannot, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>What else is to be known, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What single runs came to, where it is known by how much each was made worse: the run itself, then the least first.</summary>
    public IReadOnlyList<StressStep> Steps { get; init; } = [];

    /// <summary>Bands along the way; empty where runs are too few for them.</summary>
    public required IReadOnlyList<FanPoint> Fan { get; init; }
}

/// <summary>How a figure is spread over repetitions: quantiles by linear interpolation (type 7 of Hyndman and Fan, 1996).</summary>
/// <param name="Run">That of the run itself; null where it cannot be had.</param>
/// <param name="P5">The 5% quantile.</param>
/// <param name="P25">The 25% quantile.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">The 75% quantile.</param>
/// <param name="P95">The 95% quantile.</param>
public sealed record MonteCarloBand(double? Run, double P5, double P25, double P50, double P75, double P95)
{
    /// <summary>The quantiles, the lowest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Quantiles => [P5, P25, P50, P75, P95];

    /// <summary>The band of a figure.</summary>
    /// <param name="run">That of the run itself.</param>
    /// <param name="values">Those of the repetitions, at least one; they are sorted.</param>
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
/// <param name="Step">How many steps there were before and with it; 0 is the beginning.</param>
/// <param name="Day">The day it is the end of; null where steps are trades.</param>
/// <param name="Equity">Equity, in money.</param>
/// <param name="Drawdown">The fall from the highest equity so far, as a fraction of it; zero or above.</param>
public sealed record FanPoint(int Step, DateOnly? Day, MonteCarloBand Equity, MonteCarloBand Drawdown);
