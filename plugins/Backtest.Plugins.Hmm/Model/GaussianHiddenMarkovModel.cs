namespace Backtest.Plugins.Hmm;

/// <summary>
/// A hidden Markov chain whose states emit Gaussian observations (L. Rabiner, 1989). Immutable. Matrices are stored row by row; observations are
/// stored one after the other, each as its features in order.
/// </summary>
public sealed class GaussianHiddenMarkovModel
{
    private const double SumTolerance = 1e-6;

    private readonly double[] _start;
    private readonly double[] _transition;
    private readonly double[] _means;
    private readonly double[] _covariances;

    /// <summary>Copies the parameters; the start probabilities determine the number of states, and the means the number of features.</summary>
    /// <param name="start">The probability of each state at the first observation; they sum to 1.</param>
    /// <param name="transition">The probabilities of going from one state (row) to another (column); each row sums to 1.</param>
    /// <param name="means">The mean of each feature, state by state.</param>
    /// <param name="covariances">The covariance matrix of the features, state by state, each positive definite.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or the parameters do not form a valid model.</exception>
    public GaussianHiddenMarkovModel(
        ReadOnlySpan<double> start, ReadOnlySpan<double> transition, ReadOnlySpan<double> means, ReadOnlySpan<double> covariances)
    {
        int states = start.Length;
        int features = states == 0 ? 0 : means.Length / states;
        if (features == 0 || means.Length != states * features)
            throw new ArgumentException("Each state needs as many means as there are features, at least one.", nameof(means));
        if (transition.Length != states * states)
            throw new ArgumentException($"{states} states need {states * states} transition probabilities.", nameof(transition));
        if (covariances.Length != states * features * features)
            throw new ArgumentException("Each state needs a square covariance matrix of the features.", nameof(covariances));

        RequireDistribution(start, nameof(start));
        for (int state = 0; state < states; state++)
            RequireDistribution(transition.Slice(state * states, states), nameof(transition));

        StateCount = states;
        FeatureCount = features;
        _start = start.ToArray();
        _transition = transition.ToArray();
        _means = means.ToArray();
        _covariances = covariances.ToArray();
        Densities = new GaussianDensities(states, features);
        Densities.Set(means, covariances);
    }

    /// <summary>The number of hidden states.</summary>
    public int StateCount { get; }

    /// <summary>The number of features of an observation.</summary>
    public int FeatureCount { get; }

    /// <summary>The probability of each state at the first observation.</summary>
    public ReadOnlySpan<double> Start => _start;

    /// <summary>The probabilities of going from one state (row) to another (column).</summary>
    public ReadOnlySpan<double> Transition => _transition;

    /// <summary>The mean of each feature, state by state.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>The covariance matrix of the features, state by state.</summary>
    public ReadOnlySpan<double> Covariances => _covariances;

    internal GaussianDensities Densities { get; }

    /// <summary>The number of free parameters of a model of this size: of the start, the transitions, the means and the covariances.</summary>
    /// <param name="covariance">Which covariances were estimated.</param>
    public int FreeParameters(CovarianceKind covariance)
    {
        int ofCovariance = covariance == CovarianceKind.Full ? FeatureCount * (FeatureCount + 1) / 2 : FeatureCount;
        // Each row of probabilities sums to 1, so one of them follows from the others.
        return StateCount - 1 + (StateCount * (StateCount - 1)) + (StateCount * (FeatureCount + ofCovariance));
    }

    /// <summary>Returns the same model with its states in another order.</summary>
    /// <param name="order">For each new position, the state that moves there; a permutation.</param>
    public GaussianHiddenMarkovModel Reordered(ReadOnlySpan<int> order)
    {
        int states = StateCount;
        int size = FeatureCount * FeatureCount;
        double[] start = new double[states];
        double[] transition = new double[states * states];
        double[] means = new double[_means.Length];
        double[] covariances = new double[_covariances.Length];
        for (int place = 0; place < states; place++)
        {
            int state = order[place];
            start[place] = _start[state];
            for (int next = 0; next < states; next++)
                transition[place * states + next] = _transition[state * states + order[next]];
            _means.AsSpan(state * FeatureCount, FeatureCount).CopyTo(means.AsSpan(place * FeatureCount));
            _covariances.AsSpan(state * size, size).CopyTo(covariances.AsSpan(place * size));
        }

        return new GaussianHiddenMarkovModel(start, transition, means, covariances);
    }

    private static void RequireDistribution(ReadOnlySpan<double> probabilities, string parameter)
    {
        double sum = 0;
        bool allValid = true;
        foreach (double probability in probabilities)
        {
            allValid &= probability >= 0;
            sum += probability;
        }

        if (!allValid || !(Math.Abs(sum - 1) <= SumTolerance))
            throw new ArgumentException("Probabilities must not be negative and must sum to 1.", parameter);
    }
}
