using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The values of each indicator at a bar, computed from the whole history directly from its definition.</summary>
internal static partial class Batch
{
    public static double[] Mean(BarSeries bars, int row, int period) => [Window(bars.Close, row, period).Average()];

    public static double[] Exponential(BarSeries bars, int row, int period) =>
        [Smoothed(bars.Close[..(row + 1)], period, 2 / (period + 1.0))];

    public static double[] Wilder(BarSeries bars, int row, int period) => [Smoothed(bars.Close[..(row + 1)], period, 1.0 / period)];

    public static double[] RateOfChange(BarSeries bars, int row, int period) => [bars.Close[row] / bars.Close[row - period] - 1];

    public static double[] LogReturn(BarSeries bars, int row, int period) => [Math.Log(bars.Close[row] / bars.Close[row - 1])];

    public static double[] RelativeStrength(BarSeries bars, int row, int period)
    {
        double[] changes = Changes(bars.Close, row);
        double rises = Smoothed([.. changes.Select(change => Math.Max(change, 0))], period, 1.0 / period);
        double falls = Smoothed([.. changes.Select(change => Math.Max(-change, 0))], period, 1.0 / period);
        return [100 - 100 / (1 + rises / falls)];
    }

    public static double[] AverageTrueRange(BarSeries bars, int row, int period) => [Smoothed(TrueRanges(bars, row), period, 1.0 / period)];

    public static double[] Directional(BarSeries bars, int row, int period)
    {
        double[] ranges = TrueRanges(bars, row);
        double[] ups = Changes(bars.High, row);
        double[] downs = [.. Changes(bars.Low, row).Select(change => -change)];
        double[] plus = [.. ups.Zip(downs, (up, down) => up > down ? Math.Max(up, 0) : 0)];
        double[] minus = [.. ups.Zip(downs, (up, down) => down > up ? Math.Max(down, 0) : 0)];

        double[] smoothRanges = SmoothedLine(ranges, period);
        double[] plusLine = [.. SmoothedLine(plus, period).Zip(smoothRanges, (part, whole) => 100 * part / whole)];
        double[] minusLine = [.. SmoothedLine(minus, period).Zip(smoothRanges, (part, whole) => 100 * part / whole)];
        double[] index = [.. plusLine.Zip(minusLine, (up, down) => up + down == 0 ? 0 : 100 * Math.Abs(up - down) / (up + down))];
        return [Smoothed(index, period, 1.0 / period), plusLine[^1], minusLine[^1]];
    }

    public static double[] Deviation(BarSeries bars, int row, int period) =>
        [Math.Sqrt(SquaredDeviations(Window(bars.Close, row, period)) / period)];

    public static double[] ReturnVolatility(BarSeries bars, int row, int period)
    {
        double[] returns = [.. Enumerable.Range(row - period + 1, period).Select(at => bars.Close[at] / bars.Close[at - 1] - 1)];
        return [Math.Sqrt(SquaredDeviations(returns) / (period - 1))];
    }

    public static double[] Bands(BarSeries bars, int row, int period)
    {
        double mean = Mean(bars, row, period)[0];
        double deviation = Deviation(bars, row, period)[0];
        return [mean + 2 * deviation, mean, mean - 2 * deviation, deviation];
    }

    public static double[] Channel(BarSeries bars, int row, int period)
    {
        double upper = Window(bars.High, row, period).Max();
        double lower = Window(bars.Low, row, period).Min();
        return [upper, (upper + lower) / 2, lower];
    }

    public static double[] Regression(BarSeries bars, int row, int period)
    {
        double[] values = Window(bars.Close, row, period);
        double mean = values.Average();
        double middle = (period - 1) / 2.0;
        double products = values.Select((value, time) => (time - middle) * (value - mean)).Sum();
        double times = values.Select((_, time) => (time - middle) * (time - middle)).Sum();
        double slope = products / times;
        double squares = SquaredDeviations(values);
        return [slope, mean + slope * middle, products * products / (times * squares)];
    }

    private static double[] Window(double[] values, int row, int period) => values[(row - period + 1)..(row + 1)];

    private static double SquaredDeviations(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    private static double[] Changes(double[] values, int row) =>
        [.. Enumerable.Range(1, row).Select(at => values[at] - values[at - 1])];

    private static double[] TrueRanges(BarSeries bars, int row) =>
        [.. Enumerable.Range(1, row).Select(at => new[]
        {
            bars.High[at] - bars.Low[at], Math.Abs(bars.High[at] - bars.Close[at - 1]), Math.Abs(bars.Low[at] - bars.Close[at - 1]),
        }.Max())];

    private static double Smoothed(double[] values, int period, double weight) =>
        values.Skip(period).Aggregate(values.Take(period).Average(), (mean, value) => weight * value + (1 - weight) * mean);

    private static double[] SmoothedLine(double[] values, int period)
    {
        var line = new List<double> { values.Take(period).Average() };
        foreach (double value in values.Skip(period))
            line.Add((value + (period - 1) * line[^1]) / period);
        return [.. line];
    }
}
