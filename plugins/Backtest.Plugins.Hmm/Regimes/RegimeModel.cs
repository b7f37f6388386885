namespace Backtest.Plugins.Hmm;

/// <summary>
/// A hidden Markov model that lives through time: trained on the first observations, refitted on schedule from where it stands, and
/// filtered at every observation. A refit that leaves a state almost empty is tried afresh from all starts as well, and the likelier
/// model stays: from where it stands such a state would never come back. What it says at an observation rests on that one and those
/// before it. States stand in the order of their names. Between trainings nothing is allocated but the growth of an expanding window.
/// </summary>
public sealed class RegimeModel
{
    /// <summary>The share of the observations below which a state is almost empty.</summary>
    private const double LeastOccupancy = 0.01;

    private readonly RegimeModelOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ObservationWindow _window;
    private readonly MultiStartTrainer _trainer;
    private ForwardFilter? _filter;
    private long _seen;
    private long _nextTraining;

    /// <summary>A model before its first observation.</summary>
    /// <param name="options">What it learns, when and from what.</param>
    /// <param name="cancellation">Heard in training.</param>
    public RegimeModel(RegimeModelOptions options, CancellationToken cancellation = default)
    {
        _options = options;
        _cancellation = cancellation;
        _nextTraining = options.Train;
        _window = new ObservationWindow(options.Features, options.Window == WindowKind.Rolling ? options.Train : null);
        _trainer = new MultiStartTrainer(options.States, options.Features, options.Starts, options.Training);
    }

    /// <summary>The model in use; <see langword="null"/> until it is trained.</summary>
    public GaussianHiddenMarkovModel? Model { get; private set; }

    /// <summary>The filtered probability of each state; empty until trained.</summary>
    public ReadOnlySpan<double> Probabilities => _filter is null ? default : _filter.Probabilities;

    /// <summary>
    /// The natural logarithm of the density the newest observation had before it was known, under the model trained before it;
    /// <see cref="double.NaN"/> where there was none.
    /// </summary>
    public double PredictiveLogDensity { get; private set; } = double.NaN;

    /// <summary>How well the model in use fits what it was trained on; <see langword="null"/> until it is trained.</summary>
    public ModelFit? Fit { get; private set; }

    /// <summary>Takes the next observation, and trains when it is time.</summary>
    /// <param name="observation">One finite number for each feature.</param>
    /// <param name="logReturn">The log return of its bar, which names the states.</param>
    /// <param name="isLearned">Whether it may be learned from; otherwise it is only filtered.</param>
    /// <exception cref="OperationCanceledException">Cancellation was asked for while training.</exception>
    public void Update(ReadOnlySpan<double> observation, double logReturn, bool isLearned = true)
    {
        if (!isLearned)
        {
            _filter?.Update(observation);
            return;
        }

        _window.Add(observation, logReturn);
        _seen++;
        // Before it trains, so that no model says how likely an observation was that it has learned from.
        _filter?.Update(observation);
        PredictiveLogDensity = _filter?.LogDensity ?? double.NaN;
        if (_seen == _nextTraining)
            Train();
    }

    private void Train()
    {
        ReadOnlySpan<double> observations = _window.Observations;
        TrainingResult? refitted = Model is null ? null : _trainer.Retrain(Model, observations, _cancellation);
        bool mayKeep = refitted is not null && refitted.LeastOccupancy >= LeastOccupancy;
        TrainingResult? fresh = mayKeep ? null : _trainer.Train(observations, _options.Seed, _cancellation);
        bool isFresh = fresh is not null && !(refitted?.LogPosterior >= fresh.LogPosterior);
        TrainingResult? trained = isFresh ? fresh : refitted;
        Schedule(isTrained: trained is not null);
        if (trained is null)
            return;

        ReadOnlySpan<double> posteriors = _trainer.Posteriors(trained.Model, observations);
        int[] order = isFresh
            ? RegimeOrder.ByMeanReturn(posteriors, _window.Returns)
            : RegimeOrder.Refitted(posteriors, _window.Returns);
        Model = trained.Model.Reordered(order);
        Fit = new ModelFit(trained.LogLikelihood, Model.FreeParameters(_options.Training.Covariance), _window.Count);
        _filter = new ForwardFilter(Model);
        _filter.UpdateAll(observations);
    }

    private void Schedule(bool isTrained)
    {
        if (_options.Refit > 0)
            _nextTraining += _options.Refit;
        else if (!isTrained)
            _nextTraining += _options.Train;
    }
}
