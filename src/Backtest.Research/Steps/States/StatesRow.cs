namespace Backtest.Research;

/// <summary>The figures of a classifier with one number of states.</summary>
public sealed record StatesRow
{
    /// <summary>The number of states.</summary>
    public required int States { get; init; }

    /// <summary>The log-likelihood of bars not yet fitted: the sum of the predictions one step ahead.</summary>
    public required double HeldOutLogLikelihood { get; init; }

    /// <summary>The mean of these predictions.</summary>
    public required double HeldOutPerBar { get; init; }

    /// <summary>
    /// How far the log-density of such a bar is below that of the number that predicts best, or null for that number itself.
    /// </summary>
    public MeanDifference? BelowBest { get; init; }

    /// <summary>The log-likelihood of the bars of the last fit.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The number of bars of the last fit.</summary>
    public required int Observations { get; init; }

    /// <summary>The number of free parameters.</summary>
    public required int Parameters { get; init; }

    /// <summary>The Bayesian information criterion of the last fit; lower is better.</summary>
    public required double Bic { get; init; }
}
