namespace Backtest.Engine;

/// <summary>
/// The factors by which the prices and quantities of each instrument are adjusted, by day. The schedule is known before the first bar and never
/// changes, so portfolios share it.
/// </summary>
internal sealed class AdjustmentSchedule
{
    private readonly Steps?[] _steps; // by the index of the instruments
    private readonly bool[] _unknown;

    /// <summary>Creates the schedule of the traded series.</summary>
    /// <param name="series">The finest series, by the index of their instruments.</param>
    public AdjustmentSchedule(IReadOnlyList<SourceSeries> series)
    {
        _steps = [.. series.Select(one => one.Adjustments.Count == 0 ? null : new Steps(one.Adjustments))];
        _unknown = [.. series.Select(one => one.HasUnknownAdjustment)];
    }

    /// <summary>The factors of a day; <see langword="null"/> if prices and quantities are as traded.</summary>
    /// <param name="instrument">The index of the instrument.</param>
    /// <param name="day">The trading day, as a day number.</param>
    public AdjustmentFactors? Of(int instrument, int day) => _steps[instrument]?.On(day);

    /// <summary>Whether an instrument's prices are adjusted by unknown factors.</summary>
    public bool IsUnknown(int instrument) => _unknown[instrument];

    private sealed class Steps(IReadOnlyList<AdjustmentStep> steps)
    {
        private readonly int[] _days = [.. steps.Select(step => step.Day.DayNumber)];
        private readonly AdjustmentFactors?[] _factors =
        [
            .. steps.Select(step => step is { Divisor: 1, Units: 1 } ? null : new AdjustmentFactors(step.Divisor, step.Units)),
            null, // from the last step's day on
        ];

        public AdjustmentFactors? On(int day)
        {
            // A step applies to the days before its own day: this finds the first step after the day.
            int found = Array.BinarySearch(_days, day);
            return _factors[found >= 0 ? found + 1 : ~found];
        }
    }
}
