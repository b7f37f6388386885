namespace Backtest.Plugins.Hmm;

/// <summary>How a model is trained.</summary>
public sealed record BaumWelchOptions
{
    /// <summary>The most steps to take; at least 1.</summary>
    public int MaximumIterations { get; init; } = 100;

    /// <summary>
    /// Training stops when a step raises the log-likelihood by no more than this; 0: when it no longer rises; negative infinity: when the
    /// steps run out.
    /// </summary>
    public double Tolerance { get; init; } = 0.01;

    /// <summary>The covariances to estimate.</summary>
    public CovarianceKind Covariance { get; init; }

    /// <summary>
    /// The least variance of a feature in a state, as a fraction of its variance over all observations; with full covariances, of the
    /// variance that the features before it leave unexplained.
    /// </summary>
    public double VarianceFloor { get; init; } = 0.001;

    /// <summary>
    /// How many observations of the overall variances each state is given beside its own: the prior that keeps states of few observations
    /// wide (C. Fraley, A. Raftery, 2007); 0: none.
    /// </summary>
    public double CovariancePrior { get; init; }
}
