namespace Backtest;

/// <summary>How well a model fits the observations it was fitted to.</summary>
/// <param name="LogLikelihood">The natural logarithm of the probability density of all these observations under the model.</param>
/// <param name="Parameters">How many of its parameters were free; at least 1.</param>
/// <param name="Observations">How many observations it was fitted to; at least 1.</param>
public sealed record ModelFit(double LogLikelihood, int Parameters, int Observations);
