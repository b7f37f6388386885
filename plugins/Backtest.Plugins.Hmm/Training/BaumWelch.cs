namespace Backtest.Plugins.Hmm;

/// <summary>
/// Trains a model by expectation-maximization (L. Baum, T. Petrie, G. Soules, N. Weiss, 1970). No step lowers the likelihood or, with a prior, the
/// posterior. An instance keeps its buffers: a step allocates nothing once they have the size of the observations.
/// </summary>
public sealed class BaumWelch
{
    private readonly BaumWelchOptions _options;
    private readonly ModelParameters _parameters;
    private readonly FeatureMoments _moments;
    private readonly ExpectationStep _expectation;
    private readonly MaximizationStep _maximization;

    /// <summary>Creates a trainer for models of one size.</summary>
    /// <param name="states">The number of hidden states.</param>
    /// <param name="features">The number of features of an observation.</param>
    /// <param name="options">The options of the training.</param>
    public BaumWelch(int states, int features, BaumWelchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        _options = options;
        _parameters = new ModelParameters(states, features);
        _moments = new FeatureMoments(features);
        _expectation = new ExpectationStep(states, features);
        _maximization = new MaximizationStep(states, features, options.Covariance, options.CovariancePrior);
    }

    /// <summary>
    /// The probability of each state at each observation of the last call, given all of them. Used for analysis and to describe the states; it must
    /// not be used for decisions within those observations.
    /// </summary>
    public ReadOnlySpan<double> Posteriors => _expectation.Posteriors;

    /// <summary>Trains a model, starting from a given one.</summary>
    /// <param name="start">The model to start from; training finds a local maximum near it.</param>
    /// <param name="observations">The observations, at least one.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <exception cref="ArgumentException">The size of the model or of the observations differs from that of this trainer.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public TrainingResult Train(
        GaussianHiddenMarkovModel start, ReadOnlySpan<double> observations, CancellationToken cancellation = default)
    {
        double logLikelihood = Evaluate(start, observations);
        double logPosterior = logLikelihood + LogPrior();
        int iterations = 0;
        bool hasConverged = false;
        while (iterations < _options.MaximumIterations && !hasConverged)
        {
            cancellation.ThrowIfCancellationRequested();
            _maximization.Run(_expectation.Statistics, _parameters);
            logLikelihood = _expectation.Run(_parameters, observations);
            double raised = logLikelihood + LogPrior();
            hasConverged = raised - logPosterior <= _options.Tolerance;
            logPosterior = raised;
            iterations++;
        }

        int count = observations.Length / _parameters.Features;
        double leastOccupancy = _expectation.Statistics.Occupancy.Min() / count;
        return new TrainingResult(_parameters.ToModel(), logLikelihood, logPosterior, iterations, hasConverged, leastOccupancy);
    }

    /// <summary>Computes the log-likelihood of the observations under a model, and <see cref="Posteriors"/>, without training.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observations">The observations, at least one.</param>
    /// <exception cref="ArgumentException">The size of the model or of the observations differs from that of this trainer.</exception>
    public double Evaluate(GaussianHiddenMarkovModel model, ReadOnlySpan<double> observations)
    {
        if (model.StateCount != _parameters.States || model.FeatureCount != _parameters.Features)
            throw new ArgumentException("The model and the trainer have different sizes.", nameof(model));
        if (observations.IsEmpty || observations.Length % _parameters.Features != 0)
            throw new ArgumentException("There must be at least one observation, and no partial ones.", nameof(observations));

        MeasureFeatures(observations);
        _parameters.Load(model);
        return _expectation.Run(_parameters, observations);
    }

    private double LogPrior() => _options.CovariancePrior > 0 ? _expectation.LogPrior(_options.CovariancePrior, _maximization.PriorVariances) : 0;

    private void MeasureFeatures(ReadOnlySpan<double> observations)
    {
        _moments.Measure(observations);
        _moments.Means.CopyTo(_expectation.Statistics.Origin, 0);
        for (int feature = 0; feature < _parameters.Features; feature++)
        {
            double floor = _options.VarianceFloor * _moments.Variances[feature];
            _maximization.Floors[feature] = Math.Max(floor, FeatureMoments.LeastVariance);
            _maximization.PriorVariances[feature] = _moments.Variances[feature];
        }
    }
}
