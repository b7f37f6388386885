using Backtest.Plugins.Hmm;
using CsCheck;

namespace Backtest.Tests;

/// <summary>Random models and observations for property tests.</summary>
internal static class ModelGenerators
{
    public static Gen<(GaussianHiddenMarkovModel Model, double[] Observations)> ModelWithObservations(int most) =>
        from states in Gen.Int[2, 3]
        from features in Gen.Int[1, 2]
        from model in Model(states, features)
        from count in Gen.Int[1, most]
        from observations in Gen.Double[-3, 3].Array[count * features]
        select (model, observations);

    public static Gen<GaussianHiddenMarkovModel> Model(int states, int features) =>
        from start in Gen.Double[0.05, 1].Array[states]
        from transition in Gen.Double[0.05, 1].Array[states].Array[states]
        from means in Gen.Double[-2, 2].Array[states * features]
        from variances in Gen.Double[0.2, 2].Array[states * features]
        select new GaussianHiddenMarkovModel(
            Normalized(start), [.. transition.SelectMany(Normalized)], means, Diagonal(variances, features));

    private static double[] Normalized(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];

    private static double[] Diagonal(double[] variances, int features)
    {
        double[] covariances = new double[variances.Length * features];
        for (int i = 0; i < variances.Length; i++)
            covariances[i * features + i % features] = variances[i];
        return covariances;
    }
}
