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

    /// <summary>The steps of series that are one after the other.</summary>
    /// <param name="parts">The steps of each, by day, and the first and the last day it has.</param>
    public static IReadOnlyList<AdjustmentStep> Join(IReadOnlyList<(IReadOnlyList<AdjustmentStep> Steps, int First, int Last)> parts)
    {
        var joined = new List<AdjustmentStep>();
        foreach ((IReadOnlyList<AdjustmentStep> steps, int first, int last) in parts)
        {
            joined.AddRange(steps.Where(step => step.Day.DayNumber > first && step.Day.DayNumber <= last));
            if (last >= DateOnly.MaxValue.DayNumber)
                continue;

            // Its last days are as its next step says, even where that is of a day the next part has.
            AdjustmentStep end = Before(DateOnly.FromDayNumber(last + 1), steps);
            joined.Add(end with { Day = DateOnly.FromDayNumber(last + 1) });
        }

        return joined.TrueForAll(step => step with { Day = None.Day } == None) ? [] : joined;
    }

    /// <summary>What holds on the days just before a day.</summary>
    private static AdjustmentStep Before(DateOnly day, IReadOnlyList<AdjustmentStep> steps) =>
        steps.Where(step => step.Day >= day).DefaultIfEmpty(None).First();
}
