namespace Backtest.Data.Actions;

/// <summary>Puts steps of one adjustment upon those of another.</summary>
internal static class AdjustmentSteps
{
    private static readonly AdjustmentStep None = new(DateOnly.MaxValue, Divisor: 1, Units: 1);

    /// <summary>The steps of bars adjusted twice, by day.</summary>
    /// <param name="first">What was done to them first, by day.</param>
    /// <param name="then">What was done after, by day.</param>
    public static IReadOnlyList<AdjustmentStep> Combine(IReadOnlyList<AdjustmentStep> first, IReadOnlyList<AdjustmentStep> then)
    {
        if (first.Count == 0)
            return then;
        return [.. first.Concat(then).Select(step => step.Day).Distinct().Order().Select(day =>
        {
            AdjustmentStep one = Before(day, first);
            AdjustmentStep other = Before(day, then);
            return new AdjustmentStep(day, one.Divisor * other.Divisor, one.Units * other.Units);
        })];
    }

    /// <summary>What holds on the days just before a day.</summary>
    private static AdjustmentStep Before(DateOnly day, IReadOnlyList<AdjustmentStep> steps) =>
        steps.Where(step => step.Day >= day).DefaultIfEmpty(None).First();
}
