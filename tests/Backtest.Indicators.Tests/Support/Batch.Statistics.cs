using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

internal static partial class Batch
{
    public static double[] Correlation(BarSeries bars, int row, int period) =>
        [Pearson(Window(bars.Close, row, period), Window(bars.Volume, row, period))];

    public static double[] Beta(BarSeries bars, int row, int period)
    {
        double[] dependent = Returns(bars.Close, row, period);
        double[] independent = Returns(bars.Open, row, period);
        return [Covariance(dependent, independent) / Covariance(independent, independent)];
    }

    public static double[] ZScore(BarSeries bars, int row, int period) =>
        [(bars.Close[row] - Mean(bars, row, period)[0]) / Deviation(bars, row, period)[0]];

    public static double[] PercentRank(BarSeries bars, int row, int period) =>
        [Window(bars.Close, row, period).Count(value => value < bars.Close[row]) / (double)period];

    public static double[] Median(BarSeries bars, int row, int period)
    {
        double[] sorted = [.. Window(bars.Close, row, period).Order()];
        return [period % 2 == 1 ? sorted[period / 2] : (sorted[period / 2 - 1] + sorted[period / 2]) / 2];
    }

    public static double[] Skewness(BarSeries bars, int row, int period)
    {
        double[] window = Window(bars.Close, row, period);
        return [CentralMoment(window, 3) / Math.Pow(CentralMoment(window, 2), 1.5)];
    }

    public static double[] Kurtosis(BarSeries bars, int row, int period)
    {
        double[] window = Window(bars.Close, row, period);
        return [CentralMoment(window, 4) / Math.Pow(CentralMoment(window, 2), 2) - 3];
    }

    public static double[] Autocorrelation(BarSeries bars, int row, int period) =>
        [Pearson(Window(bars.Close, row, period), Window(bars.Close, row - 1, period))];

    public static double[] Hurst(BarSeries bars, int row, int period)
    {
        double[] window = Window(bars.Close, row, period);
        var scales = new List<double>();
        var spreads = new List<double>();
        for (int steps = 1; steps <= period / 4; steps *= 2)
        {
            scales.Add(Math.Log(steps));
            spreads.Add(Math.Log(Enumerable.Range(steps, period - steps).Average(at => Math.Pow(window[at] - window[at - steps], 2))));
        }
        return [Covariance([.. spreads], [.. scales]) / Covariance([.. scales], [.. scales]) / 2];
    }

    public static double[] PermutationEntropy(BarSeries bars, int row, int period)
    {
        double[] window = Window(bars.Close, row, period);
        IEnumerable<string> orders = Enumerable.Range(0, period - 2).Select(at =>
            string.Join(' ', Enumerable.Range(0, 3).OrderBy(place => window[at + place])));
        double entropy = orders.CountBy(order => order).Sum(pair =>
        {
            double share = pair.Value / (period - 2.0);
            return -share * Math.Log2(share);
        });
        return [entropy / Math.Log2(6)];
    }

    private static double[] Returns(double[] values, int row, int period) =>
        [.. Enumerable.Range(row - period + 1, period).Select(at => (values[at] - values[at - 1]) / values[at - 1])];

    private static double CentralMoment(double[] values, int power)
    {
        double mean = values.Average();
        return values.Average(value => Math.Pow(value - mean, power));
    }

    private static double Covariance(double[] first, double[] second)
    {
        double firstMean = first.Average();
        double secondMean = second.Average();
        return first.Zip(second, (one, other) => (one - firstMean) * (other - secondMean)).Average();
    }

    private static double Pearson(double[] first, double[] second) =>
        Covariance(first, second) / Math.Sqrt(Covariance(first, first) * Covariance(second, second));
}
