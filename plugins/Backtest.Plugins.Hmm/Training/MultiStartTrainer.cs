namespace Backtest.Plugins.Hmm;

/// <summary>
/// Trains from several starts and keeps the likeliest model, the earlier one if several are equally likely: expectation-maximization finds only a
/// local maximum. The first three starts are the same for every seed.
/// </summary>
public sealed class MultiStartTrainer
{
    private readonly int _starts;
    private readonly BaumWelch _baumWelch;
    private readonly StartingModels _startingModels;
    private readonly FeatureMoments _moments;

    /// <summary>Creates a trainer for models of one size.</summary>
    /// <param name="states">The number of hidden states.</param>
    /// <param name="features">The number of features of an observation.</param>
    /// <param name="starts">The number of starts; at least 1.</param>
    /// <param name="options">The options of each training.</param>
    public MultiStartTrainer(int states, int features, int starts, BaumWelchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        _starts = starts;
        _baumWelch = new BaumWelch(states, features, options);
        _startingModels = new StartingModels(states, features);
        _moments = new FeatureMoments(features);
    }

    /// <summary>Trains from all starts.</summary>
    /// <param name="observations">Whole observations, at least one.</param>
    /// <param name="seed">The seed of the starts after the third.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <returns>The best result; <see langword="null"/> if no feature varies, so that states cannot be distinguished.</returns>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public TrainingResult? Train(ReadOnlySpan<double> observations, ulong seed, CancellationToken cancellation = default)
    {
        _moments.Measure(observations);
        if (!_moments.AnyVaries)
            return null;

        var random = new CounterRandom(seed);
        TrainingResult? best = null;
        for (int i = 0; i < _starts; i++)
        {
            GaussianHiddenMarkovModel start = _startingModels.Create(i, observations, _moments, random);
            TrainingResult result = _baumWelch.Train(start, observations, cancellation);
            if (best is null || result.LogPosterior > best.LogPosterior)
                best = result;
        }

        return best;
    }

    /// <summary>Continues training from an existing model.</summary>
    /// <param name="model">The model; its states keep their positions.</param>
    /// <param name="observations">Whole observations, at least one.</param>
    /// <param name="cancellation">Checked before each step.</param>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public TrainingResult Retrain(
        GaussianHiddenMarkovModel model, ReadOnlySpan<double> observations, CancellationToken cancellation = default) =>
        _baumWelch.Train(model, observations, cancellation);

    /// <summary>
    /// The probability of each state at each observation, given all of them. Describes the states; it must not be used for decisions within those
    /// observations.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="observations">Whole observations, at least one.</param>
    /// <returns>A view that is valid until the next call.</returns>
    public ReadOnlySpan<double> Posteriors(GaussianHiddenMarkovModel model, ReadOnlySpan<double> observations)
    {
        _baumWelch.Evaluate(model, observations);
        return _baumWelch.Posteriors;
    }
}
