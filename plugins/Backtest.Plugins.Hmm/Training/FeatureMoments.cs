namespace Backtest.Plugins.Hmm;

/// <summary>The mean and variance of each feature over all observations.</summary>
internal sealed class FeatureMoments(int features)
{
    /// <summary>The variance below which a feature counts as constant, in squared units of the feature.</summary>
    public const double LeastVariance = 1e-18;

    public double[] Means { get; } = new double[features];

    public double[] Variances { get; } = new double[features];

    /// <summary>Whether at least one feature can distinguish states.</summary>
    public bool AnyVaries => Variances.AsSpan().ContainsAnyInRange(LeastVariance, double.MaxValue);

    public void Measure(ReadOnlySpan<double> observations)
    {
        int count = observations.Length / features;
        for (int feature = 0; feature < features; feature++)
        {
            double sum = 0;
            for (int i = feature; i < observations.Length; i += features)
                sum += observations[i];
            double mean = sum / count;
            double squares = 0;
            for (int i = feature; i < observations.Length; i += features)
                squares += (observations[i] - mean) * (observations[i] - mean);

            Means[feature] = mean;
            Variances[feature] = squares / count;
        }
    }
}
