using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

/// <summary>Models and data for the tests.</summary>
internal static class Chains
{
    /// <summary>A calm rising state and a stormy falling one, both persistent.</summary>
    public static GaussianHiddenMarkovModel CalmAndStorm { get; } = new(
        [0.5, 0.5],
        [0.98, 0.02, 0.04, 0.96],
        [0.001, -0.003],
        [0.0001 * 0.64, 0.0001 * 4]);

    /// <summary>Observations drawn from a model with diagonal covariances, with the states that emitted them.</summary>
    public static (double[] Observations, int[] States) Simulate(GaussianHiddenMarkovModel model, int count, ulong seed)
    {
        var random = new CounterRandom(seed);
        int features = model.FeatureCount;
        double[] observations = new double[count * features];
        int[] states = new int[count];
        for (int t = 0; t < count; t++)
        {
            int state = Draw(t == 0 ? model.Start : model.Transition.Slice(states[t - 1] * model.StateCount, model.StateCount), random);
            states[t] = state;
            for (int feature = 0; feature < features; feature++)
            {
                double variance = model.Covariances[(state * features + feature) * features + feature];
                observations[t * features + feature] = model.Means[state * features + feature] + Math.Sqrt(variance) * Normal(random);
            }
        }

        return (observations, states);
    }

    /// <summary>Feeds observations of one feature, which are also the log returns.</summary>
    public static void UpdateAll(this RegimeModel model, ReadOnlySpan<double> returns)
    {
        foreach (double value in returns)
            model.Update([value], value);
    }

    /// <summary>An approximately standard normal number: the sum of twelve uniform ones minus its mean.</summary>
    public static double Normal(CounterRandom random)
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
            sum += random.NextDouble();
        return sum;
    }

    private static int Draw(ReadOnlySpan<double> probabilities, CounterRandom random)
    {
        double point = random.NextDouble();
        int state = 0;
        while (state < probabilities.Length - 1 && point >= probabilities[state])
            point -= probabilities[state++];
        return state;
    }
}
