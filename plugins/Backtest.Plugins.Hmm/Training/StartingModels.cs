namespace Backtest.Plugins.Hmm;

/// <summary>
/// Models to start training from. Regimes last, so both ways take the states from stretches of neighboring observations. A start has no
/// covariances between features; training finds them.
/// </summary>
internal sealed class StartingModels(int states, int features)
{
    private const int BlocksPerState = 8;
    private const double Persistence = 0.95;
    private const double LeastPersistence = 0.8;
    private const double MostPersistence = 0.99;

    /// <summary>The least variance of a feature in a state, as a fraction of its variance over all observations.</summary>
    private const double LeastShare = 0.01;

    /// <summary>
    /// Cuts the observations into equal blocks, ranks the blocks by their mean of the first feature, and gives each state an equal share
    /// of the ranking.
    /// </summary>
    public GaussianHiddenMarkovModel FromRankedBlocks(ReadOnlySpan<double> observations, FeatureMoments moments)
    {
        int count = observations.Length / features;
        int length = Math.Max(1, count / (states * BlocksPerState));
        double[] blockMeans = new double[count / length];
        for (int block = 0; block < blockMeans.Length; block++)
        {
            for (int i = 0; i < length; i++)
                blockMeans[block] += observations[(block * length + i) * features];
        }

        int[] ranking = [.. Enumerable.Range(0, blockMeans.Length).OrderBy(block => blockMeans[block])];
        var groups = new StateMoments(states, features);
        for (int rank = 0; rank < ranking.Length; rank++)
        {
            int state = (int)((long)rank * states / ranking.Length);
            groups.Add(state, observations.Slice(ranking[rank] * length * features, length * features));
        }

        return groups.ToModel(Persistence, moments, LeastShare);
    }

    /// <summary>Takes each state from one random stretch of observations.</summary>
    public GaussianHiddenMarkovModel FromRandomStretches(
        ReadOnlySpan<double> observations, FeatureMoments moments, CounterRandom random)
    {
        int count = observations.Length / features;
        int length = Math.Max(1, count / (2 * states));
        var groups = new StateMoments(states, features);
        for (int state = 0; state < states; state++)
        {
            int first = random.NextInt32(count - length + 1);
            groups.Add(state, observations.Slice(first * features, length * features));
        }

        double persistence = LeastPersistence + (MostPersistence - LeastPersistence) * random.NextDouble();
        return groups.ToModel(persistence, moments, LeastShare);
    }
}
