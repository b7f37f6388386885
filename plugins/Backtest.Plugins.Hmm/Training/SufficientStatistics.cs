namespace Backtest.Plugins.Hmm;

/// <summary>Everything the observations say about the parameters, given the probabilities of the states at each of them.</summary>
internal sealed class SufficientStatistics(int states, int features)
{
    /// <summary>The origin that observations are measured from, so that squares keep their precision: the mean of each feature.</summary>
    public double[] Origin { get; } = new double[features];

    /// <summary>The probability of each state at the first observation.</summary>
    public double[] Start { get; } = new double[states];

    /// <summary>The expected number of transitions from one state (row) to another (column).</summary>
    public double[] Transitions { get; } = new double[states * states];

    /// <summary>The expected number of observations in each state.</summary>
    public double[] Occupancy { get; } = new double[states];

    /// <summary>The expected sum of deviations from the origin in each state.</summary>
    public double[] Sums { get; } = new double[states * features];

    /// <summary>The expected sums of products of two features' deviations in each state; only the lower triangle.</summary>
    public double[] Products { get; } = new double[states * features * features];

    public void Clear()
    {
        Array.Clear(Start);
        Array.Clear(Transitions);
        Array.Clear(Occupancy);
        Array.Clear(Sums);
        Array.Clear(Products);
    }
}
