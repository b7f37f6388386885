namespace Backtest.Plugins.Hmm;

/// <summary>The parameters of a model while it is being trained.</summary>
internal sealed class ModelParameters(int states, int features)
{
    /// <summary>
    /// The minimum probability in training. It keeps every state reachable, so that no forward probability becomes 0 and no backward one overflows,
    /// and is too small to affect any result visibly.
    /// </summary>
    private const double LeastProbability = 1e-100;

    public double[] Start { get; } = new double[states];

    public double[] Transition { get; } = new double[states * states];

    public double[] Means { get; } = new double[states * features];

    public double[] Covariances { get; } = new double[states * features * features];

    public int States => states;

    public int Features => features;

    public void Load(GaussianHiddenMarkovModel model)
    {
        model.Start.CopyTo(Start);
        model.Transition.CopyTo(Transition);
        model.Means.CopyTo(Means);
        model.Covariances.CopyTo(Covariances);
        KeepReachable();
    }

    public void KeepReachable()
    {
        Raise(Start);
        Raise(Transition);
    }

    public GaussianHiddenMarkovModel ToModel() => new(Start, Transition, Means, Covariances);

    private static void Raise(Span<double> probabilities)
    {
        foreach (ref double probability in probabilities)
            probability = Math.Max(probability, LeastProbability);
    }
}
