namespace Backtest.Results;

/// <summary>How far and how long a curve stood below its highest point so far, its initial capital included.</summary>
/// <param name="Deepest">The deepest fall, as a fraction of the peak before it; zero or above.</param>
/// <param name="LongestDays">The longest time from a peak to the recovery of it, or to the last day, in calendar days.</param>
internal readonly record struct Drawdowns(double Deepest, int LongestDays)
{
    private const double SurelyBelow = 1 - 1e-12;

    public static Drawdowns Of(EquityCurve curve)
    {
        double peak = (double)curve.InitialCapital;
        DateOnly peakDay = curve.StartDay;
        double deepest = 0;
        int longest = 0;
        bool isBelow = false;
        foreach (ref readonly DailyEquity point in curve.Points)
        {
            bool wasBelow = isBelow;
            isBelow = point.Equity < peak;
            if (isBelow || wasBelow)
                longest = Math.Max(longest, point.Day.DayNumber - peakDay.DayNumber);
            if (isBelow)
            {
                // Most falls are surely shallower than the deepest, which a product shows and no division is needed for.
                double fall = peak - point.Equity;
                if (!(fall < deepest * peak * SurelyBelow))
                    deepest = Math.Max(deepest, fall / peak);
                continue;
            }

            peak = point.Equity;
            peakDay = point.Day;
        }

        return new Drawdowns(deepest, longest);
    }
}
