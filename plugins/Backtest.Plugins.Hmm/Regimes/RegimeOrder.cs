namespace Backtest.Plugins.Hmm;

/// <summary>
/// Orders the states of a model by their mean log return, which determines their names. After a refit that started from the named model each state
/// keeps its position, and thus its name, unless the means contradict the order by more than their standard error: a name follows its meaning, but
/// does not change because of an estimate that hardly moved.
/// </summary>
internal static class RegimeOrder
{
    /// <summary>The order of a model that has no names yet: increasing means; of equal means the lower state comes first.</summary>
    /// <param name="posteriors">The probability of each state at each observation.</param>
    /// <param name="returns">The log return of each observation's bar.</param>
    public static int[] ByMeanReturn(ReadOnlySpan<double> posteriors, ReadOnlySpan<double> returns) =>
        Sorted(Estimate(posteriors, returns), tolerance: 0);

    /// <summary>The order of a refitted model whose states are already in the order of their names.</summary>
    /// <param name="posteriors">The probability of each state at each observation.</param>
    /// <param name="returns">The log return of each observation's bar.</param>
    public static int[] Refitted(ReadOnlySpan<double> posteriors, ReadOnlySpan<double> returns) =>
        Sorted(Estimate(posteriors, returns), tolerance: 1);

    private static int[] Sorted(MeanEstimate[] estimates, double tolerance)
    {
        int[] order = [.. Enumerable.Range(0, estimates.Length)];
        for (bool hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            for (int place = 1; place < order.Length; place++)
            {
                MeanEstimate lower = estimates[order[place - 1]];
                MeanEstimate upper = estimates[order[place]];
                double standardError = Math.Sqrt(lower.SquaredError + upper.SquaredError);
                if (lower.Mean - upper.Mean > tolerance * standardError)
                {
                    (order[place - 1], order[place]) = (order[place], order[place - 1]);
                    hasMoved = true;
                }
            }
        }

        return order;
    }

    private static MeanEstimate[] Estimate(ReadOnlySpan<double> posteriors, ReadOnlySpan<double> returns)
    {
        var estimates = new MeanEstimate[posteriors.Length / returns.Length];
        for (int state = 0; state < estimates.Length; state++)
        {
            double occupancy = 0;
            double sum = 0;
            double squares = 0;
            for (int t = 0; t < returns.Length; t++)
            {
                double probability = posteriors[t * estimates.Length + state];
                occupancy += probability;
                sum += probability * returns[t];
                squares += probability * returns[t] * returns[t];
            }

            // A state that is never visited has no mean; it is treated as having a mean return of 0.
            double mean = occupancy > 0 ? sum / occupancy : 0;
            double variance = occupancy > 0 ? Math.Max(squares / occupancy - mean * mean, 0) : 0;
            estimates[state] = new MeanEstimate(mean, occupancy > 0 ? variance / occupancy : 0);
        }

        return estimates;
    }

    private readonly record struct MeanEstimate(double Mean, double SquaredError);
}
