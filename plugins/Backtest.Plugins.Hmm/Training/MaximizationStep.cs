namespace Backtest.Plugins.Hmm;

/// <summary>Sets the parameters to the likeliest values given the statistics of an expectation step.</summary>
internal sealed class MaximizationStep(int states, int features, CovarianceKind kind, double prior)
{
    /// <summary>A state with less than this share of one observation does not determine its parameters: they are kept.</summary>
    private const double LeastOccupancy = 1e-8;

    private readonly VarianceFloor _floor = new(features);
    private readonly double[] _shift = new double[features];

    /// <summary>The minimum variance of each feature.</summary>
    public double[] Floors => _floor.Floors;

    /// <summary>The variance of each feature in the observations of the prior.</summary>
    public double[] PriorVariances { get; } = new double[features];

    public void Run(SufficientStatistics statistics, ModelParameters parameters)
    {
        statistics.Start.CopyTo(parameters.Start, 0);
        for (int state = 0; state < states; state++)
        {
            UpdateTransition(statistics.Transitions.AsSpan(state * states, states), parameters.Transition.AsSpan(state * states, states));
            if (statistics.Occupancy[state] >= LeastOccupancy)
                UpdateGaussian(statistics, parameters, state);
        }

        parameters.KeepReachable();
    }

    private static void UpdateTransition(ReadOnlySpan<double> expected, Span<double> transition)
    {
        double sum = 0;
        foreach (double count in expected)
            sum += count;
        if (sum < LeastOccupancy)
            return;
        for (int next = 0; next < transition.Length; next++)
            transition[next] = expected[next] / sum;
    }

    private void UpdateGaussian(SufficientStatistics statistics, ModelParameters parameters, int state)
    {
        double occupancy = statistics.Occupancy[state];
        ReadOnlySpan<double> sums = statistics.Sums.AsSpan(state * features, features);
        Span<double> means = parameters.Means.AsSpan(state * features, features);
        for (int feature = 0; feature < features; feature++)
        {
            _shift[feature] = sums[feature] / occupancy;
            means[feature] = statistics.Origin[feature] + _shift[feature];
        }

        int size = features * features;
        ReadOnlySpan<double> products = statistics.Products.AsSpan(state * size, size);
        Span<double> covariance = parameters.Covariances.AsSpan(state * size, size);
        for (int row = 0; row < features; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                bool isEstimated = kind == CovarianceKind.Full || row == column;
                double value = isEstimated ? products[row * features + column] / occupancy - _shift[row] * _shift[column] : 0;
                if (prior > 0)
                    value = (value * occupancy + (row == column ? prior * PriorVariances[row] : 0)) / (occupancy + prior);
                covariance[row * features + column] = value;
                covariance[column * features + row] = value;
            }
        }

        _floor.Apply(covariance);
    }
}
