using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

/// <summary>An oracle for short sequences: every path of states, with its joint density with the observations.</summary>
internal static class AllPaths
{
    public static IEnumerable<(int[] States, double Density)> Joint(GaussianHiddenMarkovModel model, double[] observations)
    {
        int count = observations.Length / model.FeatureCount;
        int paths = (int)Math.Pow(model.StateCount, count);
        for (int path = 0; path < paths; path++)
        {
            int[] states = new int[count];
            double density = 1;
            for (int t = 0, code = path; t < count; t++, code /= model.StateCount)
            {
                states[t] = code % model.StateCount;
                density *= t == 0 ? model.Start[states[0]] : model.Transition[states[t - 1] * model.StateCount + states[t]];
                density *= Density(model, states[t], observations.AsSpan(t * model.FeatureCount, model.FeatureCount));
            }

            yield return (states, density);
        }
    }

    private static double Density(GaussianHiddenMarkovModel model, int state, ReadOnlySpan<double> observation)
    {
        double density = 1;
        for (int feature = 0; feature < observation.Length; feature++)
        {
            int place = state * observation.Length + feature;
            double variance = model.Covariances[place * observation.Length + feature];
            double deviation = observation[feature] - model.Means[place];
            density *= Math.Exp(-deviation * deviation / (2 * variance)) / Math.Sqrt(2 * Math.PI * variance);
        }

        return density;
    }
}
