namespace Backtest.Research;

/// <summary>What search methods ask of the losses of trials.</summary>
internal static class Losses
{
    /// <summary>A loss of a trial; what is not a number is as bad as infinity.</summary>
    public static double Of(SearchTrial trial, int objective = 0) =>
        double.IsNaN(trial.Losses[objective]) ? double.PositiveInfinity : trial.Losses[objective];

    /// <summary>Whether every loss of a trial is known.</summary>
    public static bool AreFinite(SearchTrial trial) => trial.Losses.All(double.IsFinite);

    /// <summary>
    /// How finite losses compare by V. Pareto's dominance: one is better where it is no worse in any loss and better in one.
    /// </summary>
    public static Dominance Compare(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        bool isBetter = false;
        bool isWorse = false;
        for (int i = 0; i < one.Length; i++)
        {
            isBetter |= one[i] < other[i];
            isWorse |= one[i] > other[i];
        }

        if (isBetter == isWorse)
            return Dominance.None;
        return isBetter ? Dominance.Better : Dominance.Worse;
    }
}

/// <summary>How the losses of a trial compare with those of another.</summary>
internal enum Dominance
{
    /// <summary>Neither dominates the other.</summary>
    None,

    /// <summary>They dominate the other's.</summary>
    Better,

    /// <summary>They are dominated.</summary>
    Worse,
}
