namespace Backtest.Plugins.Hmm;

/// <summary>
/// Models to start training from, chosen to differ as regimes do: by return, by volatility, by rarity, by clusters of observations and by time. A
/// start has no covariances between features; training finds them.
/// </summary>
internal sealed class StartingModels(int states, int features)
{
    private const int BlocksPerState = 8;
    private const double Persistence = 0.95;
    private const double LeastPersistence = 0.8;
    private const double MostPersistence = 0.99;

    /// <summary>The minimum variance of a feature in a state, as a fraction of its variance over all observations.</summary>
    private const double LeastShare = 0.01;

    // Models a crisis: it is visible within a week of five bars, and one week in forty counts as rare.
    private const int TailBlock = 5;
    private const double TailShare = 0.025;
    private const double LeastTailShare = 0.005;
    private const double MostTailShare = 0.25;

    private readonly Clusters _clusters = new(states, features);

    /// <summary>Creates the start with a given number. The first three are the same for every seed; after them, the kinds alternate.</summary>
    public GaussianHiddenMarkovModel Create(int number, ReadOnlySpan<double> observations, FeatureMoments moments, CounterRandom random) =>
        number switch
        {
            0 => FromBlocks(observations, moments, (block, _) => FirstFeature(block)),
            1 => FromTail(observations, moments, TailShare, Persistence),
            2 => FromBlocks(observations, moments, Spread),
            _ => (number % 3) switch
            {
                0 => FromClusters(observations, moments, random),
                1 => FromRandomStretches(observations, moments, random),
                _ => FromTail(observations, moments, Between(LeastTailShare, MostTailShare, random), RandomPersistence(random)),
            },
        };

    /// <summary>Divides the observations into blocks of equal length, ranks the blocks, and gives each state an equal share of the ranking.</summary>
    private GaussianHiddenMarkovModel FromBlocks(ReadOnlySpan<double> observations, FeatureMoments moments, BlockMeasure measure)
    {
        int length = Math.Max(1, observations.Length / features / (states * BlocksPerState));
        int[] ranking = Rank(observations, moments, length, measure);
        var groups = new StateMoments(states, features);
        for (int rank = 0; rank < ranking.Length; rank++)
            groups.Add((int)((long)rank * states / ranking.Length), Block(observations, ranking[rank], length));
        return groups.ToModel(Persistence, moments, LeastShare);
    }

    /// <summary>Assigns the few most volatile weeks to the last state, and distributes the others by rank of the first feature.</summary>
    private GaussianHiddenMarkovModel FromTail(ReadOnlySpan<double> observations, FeatureMoments moments, double share, double persistence)
    {
        int[] byVolatility = Rank(observations, moments, TailBlock, Spread);
        int[] byReturn = Rank(observations, moments, TailBlock, (block, _) => FirstFeature(block));
        HashSet<int> tail = [.. byVolatility.TakeLast(Math.Max(1, (int)(share * byVolatility.Length)))];
        var groups = new StateMoments(states, features);
        int rank = 0;
        foreach (int block in byReturn)
        {
            bool isTail = tail.Contains(block);
            int state = isTail ? states - 1 : (int)((long)rank++ * (states - 1) / (byReturn.Length - tail.Count));
            groups.Add(state, Block(observations, block, TailBlock));
        }

        return groups.ToModel(persistence, moments, LeastShare);
    }

    private GaussianHiddenMarkovModel FromClusters(ReadOnlySpan<double> observations, FeatureMoments moments, CounterRandom random) =>
        _clusters.Find(observations, moments, random).ToModel(RandomPersistence(random), moments, LeastShare);

    /// <summary>Estimates each state from a random stretch of observations.</summary>
    private GaussianHiddenMarkovModel FromRandomStretches(ReadOnlySpan<double> observations, FeatureMoments moments, CounterRandom random)
    {
        int count = observations.Length / features;
        int length = Math.Max(1, count / (2 * states));
        var groups = new StateMoments(states, features);
        for (int state = 0; state < states; state++)
        {
            int first = random.NextInt32(count - length + 1);
            groups.Add(state, observations.Slice(first * features, length * features));
        }

        return groups.ToModel(RandomPersistence(random), moments, LeastShare);
    }

    private int[] Rank(ReadOnlySpan<double> observations, FeatureMoments moments, int length, BlockMeasure measure)
    {
        double[] measures = new double[Math.Max(1, observations.Length / features / length)];
        for (int block = 0; block < measures.Length; block++)
            measures[block] = measure(Block(observations, block, length), moments);
        return [.. Enumerable.Range(0, measures.Length).OrderBy(block => measures[block])];
    }

    private ReadOnlySpan<double> Block(ReadOnlySpan<double> observations, int block, int length)
    {
        ReadOnlySpan<double> rest = observations[(block * length * features)..];
        return rest[..Math.Min(rest.Length, length * features)];
    }

    private double FirstFeature(ReadOnlySpan<double> block)
    {
        double sum = 0;
        for (int i = 0; i < block.Length; i += features)
            sum += block[i];
        return sum;
    }

    /// <summary>The squared distance of the observations from the overall mean, in variances.</summary>
    private double Spread(ReadOnlySpan<double> block, FeatureMoments moments)
    {
        double sum = 0;
        for (int i = 0; i < block.Length; i++)
        {
            double deviation = block[i] - moments.Means[i % features];
            sum += deviation * deviation / Math.Max(moments.Variances[i % features], FeatureMoments.LeastVariance);
        }

        return sum;
    }

    private static double RandomPersistence(CounterRandom random) => Between(LeastPersistence, MostPersistence, random);

    private static double Between(double least, double most, CounterRandom random) => least + (most - least) * random.NextDouble();

    private delegate double BlockMeasure(ReadOnlySpan<double> block, FeatureMoments moments);
}
