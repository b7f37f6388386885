namespace Backtest.Plugins.Hmm;

/// <summary>
/// Computes the probability of each state at the newest observation, given the observations up to it and none after it. It processes one observation
/// at a time and allocates nothing.
/// </summary>
public sealed class ForwardFilter
{
    private readonly GaussianHiddenMarkovModel _model;
    private readonly double[] _densities;
    private double[] _probabilities;
    private double[] _previous;
    private bool _hasStarted;

    /// <summary>Creates a filter that has seen no observation.</summary>
    public ForwardFilter(GaussianHiddenMarkovModel model)
    {
        _model = model;
        _densities = new double[model.StateCount];
        _previous = new double[model.StateCount];
        _probabilities = model.Start.ToArray();
    }

    /// <summary>The current probability of each state; before the first observation, the start probabilities of the model. They sum to 1.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>
    /// The natural logarithm of the density of the newest observation given the previous ones, that is, of the one-step-ahead prediction; over all
    /// observations these sum to the log-likelihood. <see cref="double.NaN"/> before the first observation.
    /// </summary>
    public double LogDensity { get; private set; } = double.NaN;

    /// <summary>Processes the next observation.</summary>
    /// <param name="observation">One number for each feature.</param>
    /// <exception cref="ArgumentException">The observation does not have as many features as the model.</exception>
    public void Update(ReadOnlySpan<double> observation)
    {
        if (observation.Length != _model.FeatureCount)
            throw new ArgumentException($"The model has {_model.FeatureCount} features.", nameof(observation));

        if (_hasStarted)
            Predict();
        _hasStarted = true;
        double best = _model.Densities.RelativeDensities(observation, _densities);
        double sum = 0;
        for (int state = 0; state < _probabilities.Length; state++)
        {
            _probabilities[state] *= _densities[state];
            sum += _probabilities[state];
        }

        for (int state = 0; state < _probabilities.Length; state++)
            _probabilities[state] /= sum;
        LogDensity = best + DeterministicMath.Log(sum);
    }

    /// <summary>Processes several observations in order.</summary>
    /// <param name="observations">Whole observations.</param>
    public void UpdateAll(ReadOnlySpan<double> observations)
    {
        int features = _model.FeatureCount;
        for (int i = 0; i < observations.Length; i += features)
            Update(observations.Slice(i, features));
    }

    private void Predict()
    {
        (_previous, _probabilities) = (_probabilities, _previous);
        int states = _probabilities.Length;
        ReadOnlySpan<double> transition = _model.Transition;
        for (int state = 0; state < states; state++)
        {
            double sum = 0;
            for (int from = 0; from < states; from++)
                sum += _previous[from] * transition[from * states + state];
            _probabilities[state] = sum;
        }
    }
}
