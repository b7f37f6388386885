namespace Backtest.Engine;

/// <summary>The measure by which the number of states of a classifier is chosen.</summary>
public enum StatesMeasure
{
    /// <summary>The log-likelihood of bars that were not fitted yet, each predicted from those before it.</summary>
    HeldOut,

    /// <summary>The Bayesian information criterion of the last fit (Schwarz, 1978).</summary>
    Bic,

    /// <summary>Nothing: the numbers are compared, and the classifier keeps its own.</summary>
    None,
}
