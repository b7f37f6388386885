namespace Backtest.Research;

/// <summary>The figures of an ensemble step.</summary>
public sealed record EnsembleFigures
{
    /// <summary>The weights of each regime.</summary>
    public required IReadOnlyList<RegimeWeights> Regimes { get; init; }

    /// <summary>The result of the run with these weights before the held-out days.</summary>
    public required EnsembleRun Run { get; init; }

    /// <summary>The result of the same run with even weights.</summary>
    public required EnsembleRun Even { get; init; }
}

/// <summary>The weights of the strategies in a regime.</summary>
public sealed record RegimeWeights
{
    /// <summary>The regime.</summary>
    public required string Regime { get; init; }

    /// <summary>The number of trading days that began in it.</summary>
    public required int Days { get; init; }

    /// <summary>The number of choices of weights that were tried.</summary>
    public required int Tried { get; init; }

    /// <summary>The weights, by the paths of strategies in the run file.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>The Sharpe ratio on these days, or null if there is none.</summary>
    public double? Sharpe { get; init; }

    /// <summary>The same Sharpe ratio with even weights.</summary>
    public double? EvenSharpe { get; init; }
}

/// <summary>The result of a run.</summary>
/// <param name="Sharpe">Its Sharpe ratio, or null if there is none.</param>
/// <param name="TotalReturn">Its return, as a fraction.</param>
public sealed record EnsembleRun(double? Sharpe, double? TotalReturn);
