namespace Backtest.Plugins.Hmm;

/// <summary>How a model is trained.</summary>
public sealed record BaumWelchOptions
{
    /// <summary>The maximum number of steps; at least 1.</summary>
    public int MaximumIterations { get; init; } = 100;

    /// <summary>
    /// Training stops when a step raises the log-likelihood by no more than this. With 0 it stops when the log-likelihood no longer rises; with
    /// negative infinity, when the steps run out.
    /// </summary>
    public double Tolerance { get; init; } = 0.01;

    /// <summary>The covariances to estimate.</summary>
    public CovarianceKind Covariance { get; init; }

    /// <summary>
    /// The minimum variance of a feature in a state, as a fraction of its variance over all observations; with full covariances, of the variance that
    /// the preceding features leave unexplained.
    /// </summary>
    public double VarianceFloor { get; init; } = 0.001;

    /// <summary>
    /// How many observations with the overall variances are added to each state's own observations, as the prior that keeps states with few
    /// observations wide (C. Fraley, A. Raftery, 2007); 0 for none.
    /// </summary>
    public double CovariancePrior { get; init; }
}
