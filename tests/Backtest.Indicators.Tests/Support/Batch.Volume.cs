using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

internal static partial class Batch
{
    public static double[] OnBalanceVolume(BarSeries bars, int row, int period) =>
        [Total(Later(row), at => Math.Sign(bars.Close[at].CompareTo(bars.Close[at - 1])) * bars.Volume[at])];

    public static double[] PriceVolumeTrend(BarSeries bars, int row, int period) =>
        [Total(Later(row), at => (bars.Close[at] - bars.Close[at - 1]) / bars.Close[at - 1] * bars.Volume[at])];

    public static double[] AccumulationDistribution(BarSeries bars, int row, int period) =>
        [Total(Enumerable.Range(0, row + 1), at => MoneyFlowVolume(bars, at))];

    public static double[] WilliamsAccumulation(BarSeries bars, int row, int period) =>
        [Total(Later(row), at => bars.Close[at].CompareTo(bars.Close[at - 1]) switch
        {
            > 0 => bars.Close[at] - Math.Min(bars.Close[at - 1], bars.Low[at]),
            < 0 => bars.Close[at] - Math.Max(bars.Close[at - 1], bars.High[at]),
            _ => 0,
        })];

    public static double[] ChaikinOscillator(BarSeries bars, int row, int period)
    {
        var line = new double[row + 1];
        double total = 0;
        double lost = 0;
        for (int at = 0; at <= row; at++)
        {
            // W. Kahan's summation, 1965.
            double part = MoneyFlowVolume(bars, at) - lost;
            double sum = total + part;
            lost = sum - total - part;
            total = sum;
            line[at] = total;
        }
        return [Smoothed(line, 3, 0.5) - Smoothed(line, period, 2 / (period + 1.0))];
    }

    public static double[] ChaikinMoneyFlow(BarSeries bars, int row, int period) =>
        [Enumerable.Range(row - period + 1, period).Sum(at => MoneyFlowVolume(bars, at)) / Window(bars.Volume, row, period).Sum()];

    public static double[] MoneyFlowIndex(BarSeries bars, int row, int period)
    {
        int[] rows = [.. Enumerable.Range(row - period + 1, period)];
        double rises = rows.Where(at => Typical(bars, at) > Typical(bars, at - 1)).Sum(at => Typical(bars, at) * bars.Volume[at]);
        double falls = rows.Where(at => Typical(bars, at) < Typical(bars, at - 1)).Sum(at => Typical(bars, at) * bars.Volume[at]);
        return [100 * rises / (rises + falls)];
    }

    public static double[] SessionPrice(BarSeries bars, int row, int period)
    {
        int[] session = [.. Enumerable.Range(0, row + 1).Where(at => bars.Day[at] == bars.Day[row])];
        return [session.Sum(at => Typical(bars, at) * bars.Volume[at]) / session.Sum(at => bars.Volume[at])];
    }

    public static double[] ForceIndex(BarSeries bars, int row, int period) =>
        [Smoothed([.. Later(row).Select(at => (bars.Close[at] - bars.Close[at - 1]) * bars.Volume[at])], period, 2 / (period + 1.0))];

    public static double[] EaseOfMovement(BarSeries bars, int row, int period) =>
        [Enumerable.Range(row - period + 1, period).Average(at =>
        {
            double move = (bars.High[at] + bars.Low[at]) / 2 - (bars.High[at - 1] + bars.Low[at - 1]) / 2;
            double boxRatio = bars.Volume[at] / 10_000 / (bars.High[at] - bars.Low[at]);
            return move / boxRatio;
        })];

    public static double[] VolumeOscillator(BarSeries bars, int row, int period)
    {
        double fast = Window(bars.Volume, row, 5).Average();
        double slow = Window(bars.Volume, row, period).Average();
        return [100 * (fast - slow) / slow];
    }

    public static double[] NegativeVolume(BarSeries bars, int row, int period) =>
        [1000 * Product(Later(row).Where(at => bars.Volume[at] < bars.Volume[at - 1]), at => bars.Close[at] / bars.Close[at - 1])];

    public static double[] PositiveVolume(BarSeries bars, int row, int period) =>
        [1000 * Product(Later(row).Where(at => bars.Volume[at] > bars.Volume[at - 1]), at => bars.Close[at] / bars.Close[at - 1])];

    private static double MoneyFlowVolume(BarSeries bars, int row)
    {
        double range = bars.High[row] - bars.Low[row];
        double share = range == 0 ? 0 : (2 * bars.Close[row] - bars.Low[row] - bars.High[row]) / range;
        return share * bars.Volume[row];
    }

    private static double Typical(BarSeries bars, int row) => (bars.High[row] + bars.Low[row] + bars.Close[row]) / 3;

    private static IEnumerable<int> Later(int row) => Enumerable.Range(1, row);

    // Sums in pairs, recursively, which loses far less precision than one running sum.
    private static double Total(IEnumerable<int> rows, Func<int, double> value)
    {
        double[] parts = [.. rows.Select(value)];
        while (parts.Length > 1)
            parts = [.. parts.Chunk(2).Select(pair => pair.Sum())];
        return parts.Length == 0 ? 0 : parts[0];
    }

    private static double Product(IEnumerable<int> rows, Func<int, double> factor) =>
        rows.Aggregate(1.0, (product, at) => product * factor(at));
}
