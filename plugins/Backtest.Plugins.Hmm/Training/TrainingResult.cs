namespace Backtest.Plugins.Hmm;

/// <summary>What training came to.</summary>
/// <param name="Model">The trained model.</param>
/// <param name="LogLikelihood">The natural logarithm of the probability density of the observations under that model.</param>
/// <param name="LogPosterior">The same with the prior of the covariances, as far as it depends on the model; without a prior the likelihood itself.</param>
/// <param name="Iterations">The steps taken.</param>
/// <param name="HasConverged">Whether the tolerance was reached before the steps ran out.</param>
/// <param name="LeastOccupancy">The expected share of the observations that the emptiest state has, in [0, 1].</param>
public sealed record TrainingResult(
    GaussianHiddenMarkovModel Model, double LogLikelihood, double LogPosterior, int Iterations, bool HasConverged, double LeastOccupancy);
