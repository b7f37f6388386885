namespace Backtest.Plugins.Hmm;

/// <summary>
/// Finds the likeliest sequence of states for all observations (A. Viterbi, 1967). It uses earlier and later observations alike, so it is suitable
/// for analysis after the fact, never for a decision.
/// </summary>
public static class Viterbi
{
    /// <summary>Decodes the observations; of equally likely states the lower one is chosen.</summary>
    /// <param name="model">The model.</param>
    /// <param name="observations">Whole observations.</param>
    /// <returns>The state at each observation.</returns>
    public static int[] Decode(GaussianHiddenMarkovModel model, ReadOnlySpan<double> observations)
    {
        int states = model.StateCount;
        int features = model.FeatureCount;
        if (observations.Length % features != 0)
            throw new ArgumentException($"Each observation has {features} features.", nameof(observations));
        int count = observations.Length / features;
        double[] logTransition = Logarithms(model.Transition);
        double[] score = Logarithms(model.Start);
        double[] next = new double[states];
        double[] logDensities = new double[states];
        int[] cameFrom = new int[count * states];
        for (int t = 0; t < count; t++)
        {
            model.Densities.LogDensities(observations.Slice(t * features, features), logDensities);
            for (int state = 0; state < states; state++)
            {
                int from = t == 0 ? state : BestSource(score, logTransition, state);
                double arrival = t == 0 ? score[state] : score[from] + logTransition[from * states + state];
                cameFrom[t * states + state] = from;
                next[state] = arrival + logDensities[state];
            }

            (score, next) = (next, score);
        }

        return Trace(score, cameFrom, count);
    }

    private static int[] Trace(ReadOnlySpan<double> score, ReadOnlySpan<int> cameFrom, int count)
    {
        int[] path = new int[count];
        int state = 0;
        for (int candidate = 1; candidate < score.Length; candidate++)
        {
            if (score[candidate] > score[state])
                state = candidate;
        }

        for (int t = count - 1; t >= 0; t--)
        {
            path[t] = state;
            state = cameFrom[t * score.Length + state];
        }

        return path;
    }

    private static int BestSource(ReadOnlySpan<double> score, ReadOnlySpan<double> logTransition, int state)
    {
        int states = score.Length;
        int best = 0;
        for (int from = 1; from < states; from++)
        {
            if (score[from] + logTransition[from * states + state] > score[best] + logTransition[best * states + state])
                best = from;
        }

        return best;
    }

    private static double[] Logarithms(ReadOnlySpan<double> probabilities)
    {
        double[] logarithms = new double[probabilities.Length];
        for (int i = 0; i < logarithms.Length; i++)
            logarithms[i] = DeterministicMath.Log(probabilities[i]);
        return logarithms;
    }
}
