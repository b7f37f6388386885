namespace Backtest.Data.Actions;

/// <summary>Combines the steps of several adjustments.</summary>
internal static class AdjustmentSteps
{
    private static readonly AdjustmentStep None = new(DateOnly.MaxValue, Divisor: 1, Units: 1);

    /// <summary>The steps of bars adjusted twice, by day.</summary>
    /// <param name="first">The first adjustment, by day.</param>
    /// <param name="then">The second adjustment, by day.</param>
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

    /// <summary>The steps of consecutive series.</summary>
    /// <param name="parts">The steps of each, by day, with its first and last day.</param>
    public static IReadOnlyList<AdjustmentStep> Join(IReadOnlyList<(IReadOnlyList<AdjustmentStep> Steps, int First, int Last)> parts)
    {
        var joined = new List<AdjustmentStep>();
        foreach ((IReadOnlyList<AdjustmentStep> steps, int first, int last) in parts)
        {
            joined.AddRange(steps.Where(step => step.Day.DayNumber > first && step.Day.DayNumber <= last));
            if (last >= DateOnly.MaxValue.DayNumber)
                continue;

            // A part's last days follow its own next step, even if that is on a day of the next part.
            AdjustmentStep end = Before(DateOnly.FromDayNumber(last + 1), steps);
            joined.Add(end with { Day = DateOnly.FromDayNumber(last + 1) });
        }

        return joined.TrueForAll(step => step with { Day = None.Day } == None) ? [] : joined;
    }

    /// <summary>The step that applies to the days just before a day.</summary>
    private static AdjustmentStep Before(DateOnly day, IReadOnlyList<AdjustmentStep> steps) =>
        steps.Where(step => step.Day >= day).DefaultIfEmpty(None).First();
}
