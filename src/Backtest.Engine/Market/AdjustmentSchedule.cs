namespace Backtest.Engine;

/// <summary>
/// By which factors the prices and quantities of each instrument were adjusted on which days. It is known before the first bar and never
/// changes, so that portfolios share it.
/// </summary>
internal sealed class AdjustmentSchedule
{
    private readonly Steps?[] _steps; // by the index of the instruments
    private readonly bool[] _unknown;

    /// <summary>The schedule of the series that are traded.</summary>
    /// <param name="series">The finest series, by the index of their instruments.</param>
    public AdjustmentSchedule(IReadOnlyList<SourceSeries> series)
    {
        _steps = [.. series.Select(one => one.Adjustments.Count == 0 ? null : new Steps(one.Adjustments))];
        _unknown = [.. series.Select(one => one.HasUnknownAdjustment)];
    }

    /// <summary>The factors of a day; <see langword="null"/>: prices and quantities are as they were traded.</summary>
    /// <param name="instrument">The instrument's index.</param>
    /// <param name="day">Its trading day, as a day number.</param>
    public AdjustmentFactors? Of(int instrument, int day) => _steps[instrument]?.On(day);

    /// <summary>Whether an instrument's prices are adjusted by factors nobody told.</summary>
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
            // A step holds before its day: the first that lies after this one.
            int found = Array.BinarySearch(_days, day);
            return _factors[found >= 0 ? found + 1 : ~found];
        }
    }
}
