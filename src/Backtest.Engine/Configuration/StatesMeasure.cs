namespace Backtest.Engine;

/// <summary>The measure by which the number of states of a classifier is chosen.</summary>
public enum StatesMeasure
{
    /// <summary>The log-likelihood of bars that were not yet used for fitting, each predicted from the bars before it.</summary>
    HeldOut,

    /// <summary>The Bayesian information criterion of the last fit (Schwarz, 1978).</summary>
    Bic,

    /// <summary>No measure: the numbers of states are compared, and the classifier keeps its own.</summary>
    None,
}
