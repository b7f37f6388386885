namespace Backtest.Plugins.Hmm;

/// <summary>Means and variances of observations that were each assigned to one state.</summary>
internal sealed class StateMoments(int states, int features)
{
    private readonly int[] _counts = new int[states];
    private readonly double[] _sums = new double[states * features];
    private readonly double[] _squares = new double[states * features];

    public void Add(int state, ReadOnlySpan<double> observations)
    {
        for (int i = 0; i < observations.Length; i++)
        {
            int place = state * features + i % features;
            _sums[place] += observations[i];
            _squares[place] += observations[i] * observations[i];
        }

        _counts[state] += observations.Length / features;
    }

    /// <summary>Creates a model with these moments, in which all states are equally likely at the start, and all changes of state as well.</summary>
    /// <param name="persistence">The probability of staying in a state.</param>
    /// <param name="overall">The moments of all observations; used for a state without observations.</param>
    /// <param name="leastShare">The minimum variance in a state, as a fraction of the overall one.</param>
    public GaussianHiddenMarkovModel ToModel(double persistence, FeatureMoments overall, double leastShare)
    {
        double[] start = new double[states];
        double[] transition = new double[states * states];
        double[] means = new double[states * features];
        double[] covariances = new double[states * features * features];
        Array.Fill(start, 1.0 / states);
        Array.Fill(transition, states == 1 ? 1 : (1 - persistence) / (states - 1));
        for (int state = 0; state < states; state++)
        {
            if (states > 1)
                transition[state * (states + 1)] = persistence;
            for (int feature = 0; feature < features; feature++)
            {
                int place = state * features + feature;
                double mean = _counts[state] == 0 ? overall.Means[feature] : _sums[place] / _counts[state];
                double variance = _counts[state] == 0 ? overall.Variances[feature] : _squares[place] / _counts[state] - mean * mean;
                double least = Math.Max(overall.Variances[feature] * leastShare, FeatureMoments.LeastVariance);
                means[place] = mean;
                covariances[place * features + feature] = Math.Max(variance, least);
            }
        }

        return new GaussianHiddenMarkovModel(start, transition, means, covariances);
    }
}
