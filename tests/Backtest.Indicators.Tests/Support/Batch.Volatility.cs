using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

internal static partial class Batch
{
    public static double[] NormalizedRange(BarSeries bars, int row, int period) =>
        [100 * AverageTrueRange(bars, row, period)[0] / bars.Close[row]];

    public static double[] HistoricalVolatility(BarSeries bars, int row, int period) =>
        [Math.Sqrt(252 * SampleVariance(LogRatios(bars.Close, bars.Close, 1, row, period)))];

    public static double[] Parkinson(BarSeries bars, int row, int period)
    {
        double[] ranges = LogRatios(bars.High, bars.Low, 0, row, period);
        return [Math.Sqrt(252 * ranges.Average(range => range * range) / (4 * Math.Log(2)))];
    }

    public static double[] GarmanKlass(BarSeries bars, int row, int period)
    {
        double[] ranges = LogRatios(bars.High, bars.Low, 0, row, period);
        double[] bodies = LogRatios(bars.Close, bars.Open, 0, row, period);
        double fromRanges = ranges.Average(range => range * range) / 2;
        double fromBodies = bodies.Average(body => body * body) * (2 * Math.Log(2) - 1);
        return [Math.Sqrt(252 * (fromRanges - fromBodies))];
    }

    public static double[] RogersSatchell(BarSeries bars, int row, int period) =>
        [Math.Sqrt(252 * RogersSatchellVariance(bars, row, period))];

    public static double[] YangZhang(BarSeries bars, int row, int period)
    {
        double[] gaps = LogRatios(bars.Open, bars.Close, 1, row, period);
        double[] bodies = LogRatios(bars.Close, bars.Open, 0, row, period);
        double weight = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
        double ranges = RogersSatchellVariance(bars, row, period);
        return [Math.Sqrt(252 * (SampleVariance(gaps) + weight * SampleVariance(bodies) + (1 - weight) * ranges))];
    }

    public static double[] ChaikinVolatility(BarSeries bars, int row, int period)
    {
        double[] ranges = BarRanges(bars, row);
        double now = Smoothed(ranges, period, 2 / (period + 1.0));
        double before = Smoothed(ranges[..^5], period, 2 / (period + 1.0));
        return [(now - before) / before * 100];
    }

    public static double[] UlcerIndex(BarSeries bars, int row, int period)
    {
        IEnumerable<int> rows = Enumerable.Range(row - period + 1, period);
        double squares = rows.Average(at =>
        {
            double highest = Window(bars.Close, at, period).Max();
            return (bars.Close[at] - highest) / highest * ((bars.Close[at] - highest) / highest);
        });
        return [100 * Math.Sqrt(squares)];
    }

    public static double[] MassIndex(BarSeries bars, int row, int period)
    {
        double[] once = ExponentialLine(BarRanges(bars, row), period);
        double[] twice = ExponentialLine(once, period);
        return [Enumerable.Range(1, 25).Sum(back => once[^back] / twice[^back])];
    }

    public static double[] Choppiness(BarSeries bars, int row, int period)
    {
        double way = Enumerable.Range(row - period + 1, period).Sum(at => Math.Max(
            bars.High[at] - bars.Low[at],
            Math.Max(Math.Abs(bars.High[at] - bars.Close[at - 1]), Math.Abs(bars.Low[at] - bars.Close[at - 1]))));
        double range = Window(bars.High, row, period).Max() - Window(bars.Low, row, period).Min();
        return [100 * Math.Log10(way / range) / Math.Log10(period)];
    }

    private static double RogersSatchellVariance(BarSeries bars, int row, int period) =>
        Enumerable.Range(row - period + 1, period).Average(at =>
        {
            double up = Math.Log(bars.High[at] / bars.Open[at]);
            double down = Math.Log(bars.Low[at] / bars.Open[at]);
            double body = Math.Log(bars.Close[at] / bars.Open[at]);
            return up * (up - body) + down * (down - body);
        });

    // For each of the last bars, the ratio to the value a number of bars before.
    private static double[] LogRatios(double[] upper, double[] lower, int before, int row, int period) =>
        [.. Enumerable.Range(row - period + 1, period).Select(at => Math.Log(upper[at] / lower[at - before]))];

    private static double SampleVariance(double[] values) => SquaredDeviations(values) / (values.Length - 1);

    private static double[] BarRanges(BarSeries bars, int row) =>
        [.. Enumerable.Range(0, row + 1).Select(at => bars.High[at] - bars.Low[at])];

    private static double[] ExponentialLine(double[] values, int period)
    {
        var line = new List<double> { values.Take(period).Average() };
        foreach (double value in values.Skip(period))
            line.Add((2 * value + (period - 1) * line[^1]) / (period + 1));
        return [.. line];
    }
}
