namespace Backtest.Plugins.Hmm;

/// <summary>
/// Groups observations by their distance, in standard deviations of each feature: k-means (S. Lloyd, 1982) from centers drawn far apart (k-means++,
/// D. Arthur and S. Vassilvitskii, 2007).
/// </summary>
internal sealed class Clusters(int states, int features)
{
    private const int Rounds = 10;

    private readonly double[] _centers = new double[states * features];
    private double[] _scaled = [];
    private double[] _distances = [];

    /// <summary>Groups the observations and returns the moments of the groups.</summary>
    public StateMoments Find(ReadOnlySpan<double> observations, FeatureMoments moments, CounterRandom random)
    {
        Scale(observations, moments);
        int count = observations.Length / features;
        DrawCenters(count, random);
        for (int round = 0; round < Rounds; round++)
            MoveCenters(count);
        var groups = new StateMoments(states, features);
        for (int i = 0; i < count; i++)
            groups.Add(Nearest(i), observations.Slice(i * features, features));
        return groups;
    }

    private void Scale(ReadOnlySpan<double> observations, FeatureMoments moments)
    {
        if (_scaled.Length < observations.Length)
            _scaled = new double[observations.Length];
        for (int i = 0; i < observations.Length; i++)
        {
            double variance = moments.Variances[i % features];
            _scaled[i] = variance < FeatureMoments.LeastVariance ? 0 : (observations[i] - moments.Means[i % features]) / Math.Sqrt(variance);
        }
    }

    /// <summary>
    /// Draws the first center from all observations, and each further one with a probability proportional to the squared distance to the existing
    /// ones.
    /// </summary>
    private void DrawCenters(int count, CounterRandom random)
    {
        if (_distances.Length < count)
            _distances = new double[count];
        Array.Fill(_distances, double.MaxValue);
        int chosen = random.NextInt32(count);
        for (int state = 0; state < states; state++)
        {
            Observation(chosen).CopyTo(Center(state));
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                _distances[i] = Math.Min(_distances[i], SquaredDistance(Observation(i), Center(state)));
                sum += _distances[i];
            }

            double point = random.NextDouble() * sum;
            for (chosen = 0; chosen < count - 1 && point >= _distances[chosen]; chosen++)
                point -= _distances[chosen];
        }
    }

    private void MoveCenters(int count)
    {
        double[] sums = new double[_centers.Length];
        int[] counts = new int[states];
        for (int i = 0; i < count; i++)
        {
            int state = Nearest(i);
            counts[state]++;
            for (int feature = 0; feature < features; feature++)
                sums[state * features + feature] += _scaled[i * features + feature];
        }

        for (int place = 0; place < _centers.Length; place++)
        {
            if (counts[place / features] > 0)
                _centers[place] = sums[place] / counts[place / features];
        }
    }

    private int Nearest(int observation)
    {
        int nearest = 0;
        double least = double.MaxValue;
        for (int state = 0; state < states; state++)
        {
            double distance = SquaredDistance(Observation(observation), Center(state));
            if (distance < least)
                (nearest, least) = (state, distance);
        }

        return nearest;
    }

    private static double SquaredDistance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int feature = 0; feature < one.Length; feature++)
            sum += (one[feature] - other[feature]) * (one[feature] - other[feature]);
        return sum;
    }

    private ReadOnlySpan<double> Observation(int i) => _scaled.AsSpan(i * features, features);

    private Span<double> Center(int state) => _centers.AsSpan(state * features, features);
}
