using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The trend and channel indicators.</summary>
internal static partial class Batch
{
    public static double[] DirectionalRating(BarSeries bars, int row, int period) =>
        [(Directional(bars, row, period)[0] + Directional(bars, row - period, period)[0]) / 2];

    // Each bar's stop and direction, by Wilder's rules for both sides and with TA-Lib's start.
    public static double[] Parabolic(BarSeries bars, int row, double step, double maximum, StopReversal reversal)
    {
        double down = bars.Low[0] - bars.Low[1];
        bool isLong = !(down > 0 && down > bars.High[1] - bars.High[0]);
        double stop = isLong ? bars.Low[0] : bars.High[0];
        double extreme = isLong ? bars.High[1] : bars.Low[1];
        double factor = Math.Min(step, maximum);
        bool turnsOnTouch = reversal == StopReversal.Touched;
        for (int at = 1; ; at++)
        {
            double high = bars.High[at];
            double low = bars.Low[at];
            if (isLong && (low < stop || (turnsOnTouch && low == stop)))
                (isLong, stop, extreme, factor) = (false, new[] { extreme, high, bars.High[at - 1] }.Max(), low, Math.Min(step, maximum));
            else if (!isLong && (high > stop || (turnsOnTouch && high == stop)))
                (isLong, stop, extreme, factor) = (true, new[] { extreme, low, bars.Low[at - 1] }.Min(), high, Math.Min(step, maximum));
            else if (isLong && high > extreme)
                (extreme, factor) = (high, Math.Min(factor + step, maximum));
            else if (!isLong && low < extreme)
                (extreme, factor) = (low, Math.Min(factor + step, maximum));
            if (at == row)
                return [stop, isLong ? 1 : -1];
            stop += factor * (extreme - stop);
            stop = isLong
                ? new[] { stop, low, bars.Low[at - 1] }.Min()
                : new[] { stop, high, bars.High[at - 1] }.Max();
        }
    }

    public static double[] SuperTrend(BarSeries bars, int row, int period)
    {
        double[] ranges = Wilders(Ranges(bars, row), period);
        double[] medians = Medians(bars, row);
        double upper = medians[period] + 3 * ranges[period];
        double lower = medians[period] - 3 * ranges[period];
        bool isRising = bars.Close[period] >= medians[period];
        for (int at = period + 1; at <= row; at++)
        {
            double newUpper = medians[at] + 3 * ranges[at];
            double newLower = medians[at] - 3 * ranges[at];
            upper = bars.Close[at - 1] > upper ? newUpper : Math.Min(upper, newUpper);
            lower = bars.Close[at - 1] < lower ? newLower : Math.Max(lower, newLower);
            if (isRising && bars.Close[at] < lower)
                isRising = false;
            else if (!isRising && bars.Close[at] > upper)
                isRising = true;
        }
        return [isRising ? lower : upper, isRising ? 1 : -1];
    }

    public static double[] Ichimoku(BarSeries bars, int row, int period)
    {
        double Middle(int at, int count) => (Window(bars.High, at, count).Max() + Window(bars.Low, at, count).Min()) / 2;

        int displaced = row - (period - 1);
        return
        [
            Middle(row, period), Middle(row, 2 * period), (Middle(displaced, period) + Middle(displaced, 2 * period)) / 2,
            Middle(displaced, 3 * period), bars.Close[row],
        ];
    }

    public static double[] Vortex(BarSeries bars, int row, int period)
    {
        int[] rows = [.. Enumerable.Range(row - period + 1, period)];
        double range = rows.Sum(at => Math.Max(bars.High[at], bars.Close[at - 1]) - Math.Min(bars.Low[at], bars.Close[at - 1]));
        return
        [
            rows.Sum(at => Math.Abs(bars.High[at] - bars.Low[at - 1])) / range,
            rows.Sum(at => Math.Abs(bars.Low[at] - bars.High[at - 1])) / range,
        ];
    }

    public static double[] Chandelier(BarSeries bars, int row, int period)
    {
        double width = 3 * Wilders(Ranges(bars, row), period)[^1];
        return [Window(bars.High, row, period).Max() - width, Window(bars.Low, row, period).Min() + width];
    }

    public static double[] Keltner(BarSeries bars, int row, int period)
    {
        double middle = Exponentials(Closes(bars, row), period)[^1];
        double width = 2 * Wilders(Ranges(bars, row), period)[^1];
        return [middle + width, middle, middle - width];
    }

    public static double[] Highest(BarSeries bars, int row, int period) => [Window(bars.Close, row, period).Max()];

    public static double[] Lowest(BarSeries bars, int row, int period) => [Window(bars.Close, row, period).Min()];

    public static double[] Envelope(BarSeries bars, int row, int period)
    {
        double middle = bars.Close[row];
        return [middle + 0.025 * middle, middle, middle - 0.025 * middle];
    }

    /// <summary>The highest recent price, which fades more slowly than any average of twice the period.</summary>
    public static double Peak(BarSeries bars, int row, int period)
    {
        double peak = 0;
        for (int at = 0; at <= row; at++)
            peak = Math.Max(bars.High[at], peak * (1 - 1 / (2.0 * period)));
        return peak;
    }
}
