namespace Backtest.Plugins.Hmm;

/// <summary>
/// A hidden Markov model that is updated over time: trained on the first observations, refitted on a schedule from its current parameters, and
/// filtered at every observation. If a refit leaves a state almost empty, the model is also trained anew from all starts, and the likelier model is
/// kept: continuing from the current parameters, such a state would never recover. The result at an observation depends only on that observation and
/// the previous ones. States are in the order of their names. Between trainings nothing is allocated except for the growth of an expanding window.
/// </summary>
public sealed class RegimeModel
{
    /// <summary>The share of the observations below which a state counts as almost empty.</summary>
    private const double LeastOccupancy = 0.01;

    private readonly RegimeModelOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ObservationWindow _window;
    private readonly MultiStartTrainer _trainer;
    private ForwardFilter? _filter;
    private long _seen;
    private long _nextTraining;

    /// <summary>Creates a model that has seen no observation.</summary>
    /// <param name="options">What the model learns, when and from which observations.</param>
    /// <param name="cancellation">Cancels training.</param>
    public RegimeModel(RegimeModelOptions options, CancellationToken cancellation = default)
    {
        _options = options;
        _cancellation = cancellation;
        _nextTraining = options.Train;
        _window = new ObservationWindow(options.Features, options.Window == WindowKind.Rolling ? options.Train : null);
        _trainer = new MultiStartTrainer(options.States, options.Features, options.Starts, options.Training);
    }

    /// <summary>The current model; <see langword="null"/> until it is trained.</summary>
    public GaussianHiddenMarkovModel? Model { get; private set; }

    /// <summary>The filtered probability of each state; empty until trained.</summary>
    public ReadOnlySpan<double> Probabilities => _filter is null ? default : _filter.Probabilities;

    /// <summary>
    /// The natural logarithm of the density of the newest observation before it was known, under the model trained on earlier observations;
    /// <see cref="double.NaN"/> if there was no such model.
    /// </summary>
    public double PredictiveLogDensity { get; private set; } = double.NaN;

    /// <summary>How well the current model fits the observations it was trained on; <see langword="null"/> until it is trained.</summary>
    public ModelFit? Fit { get; private set; }

    /// <summary>Processes the next observation, and trains if training is due.</summary>
    /// <param name="observation">One finite number for each feature.</param>
    /// <param name="logReturn">The log return of its bar, which determines the names of the states.</param>
    /// <param name="isLearned">Whether the model may learn from the observation; otherwise it is only filtered.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested during training.</exception>
    public void Update(ReadOnlySpan<double> observation, double logReturn, bool isLearned = true)
    {
        if (!isLearned)
        {
            _filter?.Update(observation);
            return;
        }

        _window.Add(observation, logReturn);
        _seen++;
        // Before training, so that the likelihood of an observation never comes from a model that was trained on it.
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
