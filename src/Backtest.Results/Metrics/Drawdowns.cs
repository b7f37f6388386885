namespace Backtest.Results;

/// <summary>How far and how long a curve stood below its highest point so far, its initial capital included.</summary>
/// <param name="Deepest">The deepest fall, as a fraction of the peak before it; zero or above.</param>
/// <param name="LongestDays">The longest time from a peak to the recovery of it, or to the last day, in calendar days.</param>
internal readonly record struct Drawdowns(double Deepest, int LongestDays)
{
    public static Drawdowns Of(EquityCurve curve)
    {
        double peak = (double)curve.InitialCapital;
        DateOnly peakDay = curve.StartDay;
        double deepest = 0;
        int longest = 0;
        bool isBelow = false;
        foreach (DailyEquity point in curve.Days)
        {
            bool wasBelow = isBelow;
            isBelow = point.Equity < peak;
            if (isBelow || wasBelow)
                longest = Math.Max(longest, point.Day.DayNumber - peakDay.DayNumber);
            if (isBelow)
            {
                deepest = Math.Max(deepest, (peak - point.Equity) / peak);
                continue;
            }

            peak = point.Equity;
            peakDay = point.Day;
        }

        return new Drawdowns(deepest, longest);
    }
}
