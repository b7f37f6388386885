namespace Backtest.Research;

/// <summary>The figures of an ensemble step.</summary>
public sealed record EnsembleFigures
{
    /// <summary>The weights of each regime.</summary>
    public required IReadOnlyList<RegimeWeights> Regimes { get; init; }

    /// <summary>What the run with these weights comes to before the days held out.</summary>
    public required EnsembleRun Run { get; init; }

    /// <summary>The same with even weights.</summary>
    public required EnsembleRun Even { get; init; }
}

/// <summary>The weights of the strategies in a regime.</summary>
public sealed record RegimeWeights
{
    /// <summary>The regime.</summary>
    public required string Regime { get; init; }

    /// <summary>How many trading days began in it.</summary>
    public required int Days { get; init; }

    /// <summary>How many choices of weights were tried.</summary>
    public required int Tried { get; init; }

    /// <summary>The weights, by the paths of strategies in the run file.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>The Sharpe ratio on these days; null where there is none.</summary>
    public double? Sharpe { get; init; }

    /// <summary>The same with even weights.</summary>
    public double? EvenSharpe { get; init; }
}

/// <summary>What a run comes to.</summary>
/// <param name="Sharpe">Its Sharpe ratio; null where there is none.</param>
/// <param name="TotalReturn">Its return, as a fraction.</param>
public sealed record EnsembleRun(double? Sharpe, double? TotalReturn);
