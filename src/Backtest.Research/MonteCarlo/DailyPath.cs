using Backtest.Results;

namespace Backtest.Research;

/// <summary>Equity from the beginning on, with a step for each day.</summary>
internal static class DailyPath
{
    /// <summary>
    /// A curve at the ends of given days: the initial equity before the first day, and the last value where a day is missing.
    /// </summary>
    /// <param name="days">The days.</param>
    /// <param name="initial">The initial equity.</param>
    /// <param name="curve">The curve, in order of days.</param>
    public static double[] On(IReadOnlyList<DailyEquity> days, double initial, IReadOnlyList<DailyEquity> curve)
    {
        double[] path = new double[days.Count + 1];
        path[0] = initial;
        int next = 0;
        for (int i = 0; i < days.Count; i++)
        {
            path[i + 1] = path[i];
            for (; next < curve.Count && curve[next].Day <= days[i].Day; next++)
                path[i + 1] = curve[next].Equity;
        }

        return path;
    }

    /// <summary>The deepest fall from a peak, as a fraction of the peak; zero or positive.</summary>
    public static double DrawdownOf(ReadOnlySpan<double> path)
    {
        double peak = path[0];
        double deepest = 0;
        foreach (double value in path)
        {
            peak = Math.Max(peak, value);
            deepest = Math.Max(deepest, Drawdown(value, peak));
        }

        return deepest;
    }

    /// <summary>How far equity is below its peak, as a fraction of the peak.</summary>
    public static double Drawdown(double equity, double peak) => peak > 0 ? 1 - (equity / peak) : 0;
}
