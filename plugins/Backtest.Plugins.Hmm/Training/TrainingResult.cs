namespace Backtest.Plugins.Hmm;

/// <summary>The result of training.</summary>
/// <param name="Model">The trained model.</param>
/// <param name="LogLikelihood">The natural logarithm of the probability density of the observations under that model.</param>
/// <param name="LogPosterior">
/// The log-likelihood plus the logarithm of the prior of the covariances, as far as it depends on the model; without a prior, the log-likelihood
/// itself.
/// </param>
/// <param name="Iterations">The number of steps taken.</param>
/// <param name="HasConverged">Whether the tolerance was reached before the steps ran out.</param>
/// <param name="LeastOccupancy">The expected share of the observations in the state that has the fewest, in [0, 1].</param>
public sealed record TrainingResult(
    GaussianHiddenMarkovModel Model, double LogLikelihood, double LogPosterior, int Iterations, bool HasConverged, double LeastOccupancy);
