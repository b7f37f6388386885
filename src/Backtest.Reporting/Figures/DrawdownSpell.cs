using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>A period below the highest equity so far.</summary>
/// <param name="Peak">The last day at the peak, or null if the curve fell from its initial equity.</param>
/// <param name="Trough">The day of the deepest point.</param>
/// <param name="Recovery">The first day at or above the peak again, or null if there was none.</param>
/// <param name="Depth">Its depth, as a fraction of the peak; positive.</param>
/// <param name="Days">The number of calendar days from the peak, or the first day, to the recovery, or the last day.</param>
internal sealed record DrawdownSpell(DateOnly? Peak, DateOnly Trough, DateOnly? Recovery, double Depth, int Days)
{
    /// <summary>The number of periods listed and drawn.</summary>
    public const int Listed = 10;

    /// <summary>The deepest periods below a peak, deepest first.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="most">The maximum number.</param>
    public static IReadOnlyList<DrawdownSpell> Worst(DailyCurve curve, int most) =>
        [.. All(curve).OrderByDescending(spell => spell.Depth).Take(most)];

    /// <summary>All periods below a peak, in order.</summary>
    public static IEnumerable<DrawdownSpell> All(DailyCurve curve)
    {
        if (curve.Days.Count == 0)
            yield break;
        double peak = curve.Initial;
        DateOnly? peakDay = null;
        DateOnly begin = curve.Days[0].Day;
        double lowest = peak;
        DateOnly trough = begin;
        foreach (DailyEquity day in curve.Days)
        {
            if (day.Equity < lowest)
            {
                lowest = day.Equity;
                trough = day.Day;
            }

            if (day.Equity < peak)
                continue;
            if (lowest < peak)
                yield return new DrawdownSpell(peakDay, trough, day.Day, DepthOf(lowest, peak), day.Day.DayNumber - begin.DayNumber);
            peak = lowest = day.Equity;
            peakDay = begin = day.Day;
        }

        if (lowest < peak)
            yield return new DrawdownSpell(peakDay, trough, null, DepthOf(lowest, peak), curve.Days[^1].Day.DayNumber - begin.DayNumber);
    }

    private static double DepthOf(double lowest, double peak) => (peak - lowest) / peak;
}
