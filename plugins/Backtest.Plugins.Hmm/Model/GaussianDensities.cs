namespace Backtest.Plugins.Hmm;

/// <summary>
/// Computes the densities of the states' Gaussians at an observation. What does not depend on the observation is computed in advance: a constant for
/// each state, and the matrix that transforms a deviation from the mean into independent deviations of unit variance.
/// </summary>
internal sealed class GaussianDensities
{
    private const double LogTwoPi = 1.8378770664093454836;
    private const double LeastExponent = -300;

    private readonly int _states;
    private readonly int _features;
    private readonly double[] _constants;
    private readonly double[] _means;
    private readonly double[] _whitenings;
    private readonly double[] _factor;

    public GaussianDensities(int states, int features)
    {
        _states = states;
        _features = features;
        _constants = new double[states];
        _means = new double[states * features];
        _whitenings = new double[states * features * features];
        _factor = new double[features * features];
    }

    /// <summary>Sets the means and covariances.</summary>
    /// <exception cref="ArgumentException">A covariance matrix is not positive definite.</exception>
    public void Set(ReadOnlySpan<double> means, ReadOnlySpan<double> covariances)
    {
        means.CopyTo(_means);
        int size = _features * _features;
        for (int state = 0; state < _states; state++)
        {
            if (!CholeskyFactor.TryCompute(covariances.Slice(state * size, size), _features, _factor))
                throw new ArgumentException($"The covariance matrix of state {state} is not positive definite.", nameof(covariances));
            CholeskyFactor.Invert(_factor, _features, _whitenings.AsSpan(state * size, size));

            double constant = -0.5 * _features * LogTwoPi;
            for (int feature = 0; feature < _features; feature++)
                constant -= DeterministicMath.Log(_factor[feature * _features + feature]);
            _constants[state] = constant;
        }
    }

    /// <summary>Computes the logarithm of each state's density.</summary>
    /// <returns>The greatest of these logarithms.</returns>
    public double LogDensities(ReadOnlySpan<double> observation, Span<double> logDensities)
    {
        ReadOnlySpan<double> mean = _means;
        ReadOnlySpan<double> whitening = _whitenings;
        double best = double.NegativeInfinity;
        for (int state = 0; state < logDensities.Length; state++)
        {
            double square = 0;
            for (int row = 0; row < observation.Length; row++)
            {
                double deviation = 0;
                for (int column = 0; column <= row; column++)
                    deviation += whitening[column] * (observation[column] - mean[column]);
                square += deviation * deviation;
                whitening = whitening[observation.Length..];
            }

            mean = mean[observation.Length..];
            double logDensity = _constants[state] - 0.5 * square;
            logDensities[state] = logDensity;
            best = Math.Max(best, logDensity);
        }

        return best;
    }

    /// <summary>
    /// The logarithm of an inverse Wishart density at the covariances of all states, without the terms that do not depend on them; the prior has the
    /// weight of the given number of observations with the given variances.
    /// </summary>
    public double LogPrior(double observationCount, ReadOnlySpan<double> variances)
    {
        double sum = 0;
        for (int state = 0; state < _states; state++)
        {
            // The constant contains half the logarithm of the determinant, and the inverse is the transpose of the whitening matrix times the matrix
            // itself.
            double trace = 0;
            for (int place = 0; place < _features * _features; place++)
            {
                double factor = _whitenings[state * _features * _features + place];
                trace += factor * factor * variances[place % _features];
            }

            sum += observationCount * (_constants[state] + 0.5 * _features * LogTwoPi - 0.5 * trace);
        }

        return sum;
    }

    /// <summary>
    /// Computes each state's density divided by the greatest one, at least e^-300, so that the factors of a recursion never become 0, however far out
    /// the observation is.
    /// </summary>
    /// <returns>The logarithm of the greatest density.</returns>
    public double RelativeDensities(ReadOnlySpan<double> observation, Span<double> densities)
    {
        double best = LogDensities(observation, densities);
        for (int state = 0; state < densities.Length; state++)
        {
            double exponent = densities[state] - best;
            densities[state] = exponent == 0 ? 1 : DeterministicMath.Exp(Math.Max(exponent, LeastExponent));
        }

        return best;
    }
}
