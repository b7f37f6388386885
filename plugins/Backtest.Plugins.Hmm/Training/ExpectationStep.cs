namespace Backtest.Plugins.Hmm;

/// <summary>
/// The scaled forward-backward recursion (L. Rabiner, 1989, section V.A). Densities are relative to the greatest one of each observation, so nothing
/// underflows or overflows. The buffers are kept for the next call.
/// </summary>
internal sealed class ExpectationStep(int states, int features)
{
    private const double LeastProduct = 1e-150;

    private readonly GaussianDensities _densities = new(states, features);
    private readonly double[] _backward = new double[states];
    private readonly double[] _weights = new double[states];
    private readonly double[] _deviation = new double[features];
    private double[] _emissions = [];
    private double[] _probabilities = [];
    private double[] _scales = [];
    private int _count;

    public SufficientStatistics Statistics { get; } = new(states, features);

    /// <summary>The probability of each state at each observation, given all observations.</summary>
    public ReadOnlySpan<double> Posteriors => _probabilities.AsSpan(0, _count * states);

    /// <summary>Computes the statistics.</summary>
    /// <returns>The log-likelihood of the observations.</returns>
    public double Run(ModelParameters parameters, ReadOnlySpan<double> observations)
    {
        _count = observations.Length / features;
        Reserve(_count);
        _densities.Set(parameters.Means, parameters.Covariances);
        double logLikelihood = Forward(parameters, observations);
        Statistics.Clear();
        Backward(parameters.Transition, observations);
        return logLikelihood;
    }

    /// <summary>The logarithm of the prior's density at the covariances of the last run, without the terms that do not depend on them.</summary>
    public double LogPrior(double observationCount, ReadOnlySpan<double> variances) => _densities.LogPrior(observationCount, variances);

    private double Forward(ModelParameters parameters, ReadOnlySpan<double> observations)
    {
        ReadOnlySpan<double> transition = parameters.Transition;
        ReadOnlySpan<double> previous = default;
        double logLikelihood = 0;
        double product = 1;
        for (int t = 0; t < _count; t++)
        {
            Span<double> emissions = _emissions.AsSpan(t * states, states);
            Span<double> current = _probabilities.AsSpan(t * states, states);
            logLikelihood += _densities.RelativeDensities(observations.Slice(t * features, features), emissions);

            double sum = 0;
            for (int state = 0; state < current.Length; state++)
            {
                double predicted = t == 0 ? parameters.Start[state] : Predicted(previous, transition, state);
                double joint = predicted * emissions[state];
                current[state] = joint;
                sum += joint;
            }

            double scale = 1 / sum;
            foreach (ref double probability in current)
                probability *= scale;
            _scales[t] = scale;
            previous = current;

            // One logarithm of a product of many factors costs less than many logarithms.
            product *= sum;
            if (product < LeastProduct)
            {
                logLikelihood += DeterministicMath.Log(product);
                product = 1;
            }
        }

        return logLikelihood + DeterministicMath.Log(product);
    }

    private void Backward(ReadOnlySpan<double> transition, ReadOnlySpan<double> observations)
    {
        ReadOnlySpan<double> following = default;
        Array.Fill(_backward, 1);
        Span<double> weights = _weights;
        Span<double> transitions = Statistics.Transitions;
        for (int t = _count - 1; t >= 0; t--)
        {
            Span<double> probabilities = _probabilities.AsSpan(t * states, states);
            if (t < _count - 1)
            {
                double scale = _scales[t + 1];
                for (int state = 0; state < weights.Length; state++)
                    weights[state] = following[state] * _backward[state] * scale;
                for (int state = 0; state < probabilities.Length; state++)
                {
                    int row = state * weights.Length;
                    double probability = probabilities[state];
                    double backward = 0;
                    for (int next = 0; next < weights.Length; next++)
                    {
                        double weight = weights[next];
                        backward += transition[row + next] * weight;
                        transitions[row + next] += probability * weight;
                    }

                    _backward[state] = backward;
                    probabilities[state] = probability * backward;
                }
            }

            following = _emissions.AsSpan(t * states, states);
            Observe(probabilities, observations.Slice(t * features, features));
        }

        for (int i = 0; i < transitions.Length; i++)
            transitions[i] *= transition[i];
        _probabilities.AsSpan(0, states).CopyTo(Statistics.Start);
    }

    private void Observe(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> observation)
    {
        SufficientStatistics statistics = Statistics;
        Span<double> deviation = _deviation;
        for (int feature = 0; feature < deviation.Length; feature++)
            deviation[feature] = observation[feature] - statistics.Origin[feature];

        Span<double> sums = statistics.Sums;
        Span<double> products = statistics.Products;
        for (int state = 0; state < probabilities.Length; state++)
        {
            double probability = probabilities[state];
            statistics.Occupancy[state] += probability;
            for (int row = 0; row < deviation.Length; row++)
            {
                double weighted = probability * deviation[row];
                sums[row] += weighted;
                for (int column = 0; column <= row; column++)
                    products[column] += weighted * deviation[column];
                products = products[deviation.Length..];
            }

            sums = sums[deviation.Length..];
        }
    }

    private static double Predicted(ReadOnlySpan<double> previous, ReadOnlySpan<double> transition, int state)
    {
        double sum = 0;
        for (int from = 0; from < previous.Length; from++)
            sum += previous[from] * transition[from * previous.Length + state];
        return sum;
    }

    private void Reserve(int count)
    {
        if (count <= _scales.Length)
            return;
        int capacity = Math.Max(count, _scales.Length * 2);
        _emissions = new double[capacity * states];
        _probabilities = new double[capacity * states];
        _scales = new double[capacity];
    }
}
