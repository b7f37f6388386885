namespace Backtest.Research;

/// <summary>Operations on the losses of trials.</summary>
internal static class Losses
{
    /// <summary>A loss of a trial; NaN counts as infinity.</summary>
    public static double Of(SearchTrial trial, int objective = 0) =>
        double.IsNaN(trial.Losses[objective]) ? double.PositiveInfinity : trial.Losses[objective];

    /// <summary>Whether every loss of a trial is finite.</summary>
    public static bool AreFinite(SearchTrial trial) => trial.Losses.All(double.IsFinite);

    /// <summary>
    /// Compares finite losses by V. Pareto's dominance: one set dominates if it is no worse in any loss and better in at least one.
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

/// <summary>The result of comparing the losses of a trial with those of another.</summary>
internal enum Dominance
{
    /// <summary>Neither dominates the other.</summary>
    None,

    /// <summary>The trial dominates the other.</summary>
    Better,

    /// <summary>The trial is dominated.</summary>
    Worse,
}
