namespace Backtest.Research;

/// <summary>The figures of a classifier with one number of states.</summary>
public sealed record StatesRow
{
    /// <summary>The number.</summary>
    public required int States { get; init; }

    /// <summary>The log-likelihood of bars not fitted yet: the sum of the predictions one step ahead.</summary>
    public required double HeldOutLogLikelihood { get; init; }

    /// <summary>The mean of these.</summary>
    public required double HeldOutPerBar { get; init; }

    /// <summary>How far the log-density of such a bar is below that of the number that predicts best; null of that number itself.</summary>
    public MeanDifference? BelowBest { get; init; }

    /// <summary>The log-likelihood of the bars of the last fit.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many bars that had.</summary>
    public required int Observations { get; init; }

    /// <summary>How many parameters were free.</summary>
    public required int Parameters { get; init; }

    /// <summary>The Bayesian information criterion of that fit, the lower the better.</summary>
    public required double Bic { get; init; }
}
