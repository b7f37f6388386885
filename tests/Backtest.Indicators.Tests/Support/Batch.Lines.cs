using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Lines: a number for each bar up to a row, or NaN where it is not defined yet.</summary>
internal static partial class Batch
{
    private delegate double OfWindow(ReadOnlySpan<double> window);

    private static double[] Closes(BarSeries bars, int row) => bars.Close[..(row + 1)];

    private static double[] Highs(BarSeries bars, int row) => bars.High[..(row + 1)];

    private static double[] Lows(BarSeries bars, int row) => bars.Low[..(row + 1)];

    private static double[] Medians(BarSeries bars, int row) =>
        Combined(Highs(bars, row), Lows(bars, row), (high, low) => (high + low) / 2);

    private static double[] Typicals(BarSeries bars, int row) =>
        Line(row + 1, at => (bars.High[at] + bars.Low[at] + bars.Close[at]) / 3);

    private static double[] Line(int rows, Func<int, double> at)
    {
        var line = new double[rows];
        for (int row = 0; row < rows; row++)
            line[row] = at(row);
        return line;
    }

    private static double[] Combined(double[] first, double[] second, Func<double, double, double> of) =>
        Line(first.Length, row => of(first[row], second[row]));

    private static double[] Each(double[] line, Func<double, double> of) => Line(line.Length, row => of(line[row]));

    private static double[] Ago(double[] line, int bars) => Line(line.Length, row => row < bars ? double.NaN : line[row - bars]);

    private static double[] Moves(double[] line, int bars = 1) => Combined(line, Ago(line, bars), (now, then) => now - then);

    private static int FirstOf(double[] line) => line.TakeWhile(double.IsNaN).Count();

    private static double[] Windowed(double[] line, int period, OfWindow of)
    {
        int first = FirstOf(line) + period - 1;
        return Line(line.Length, row => row < first ? double.NaN : of(line.AsSpan(row - period + 1, period)));
    }

    private static double[] Means(double[] line, int period) => Windowed(line, period, Mean);

    private static double[] Sums(double[] line, int period) => Windowed(line, period, Sum);

    private static double[] Weighted(double[] line, int period) => Windowed(line, period, window =>
    {
        double sum = 0;
        for (int place = 0; place < window.Length; place++)
            sum += (place + 1) * window[place];
        return sum / (window.Length * (window.Length + 1.0) / 2);
    });

    private static double[] Highest(double[] line, int period) => Windowed(line, period, Max);

    private static double[] Lowest(double[] line, int period) => Windowed(line, period, Min);

    private static double[] Exponentials(double[] line, int period) => SeededLine(line, period, 2 / (period + 1.0));

    private static double[] Wilders(double[] line, int period) => SeededLine(line, period, 1.0 / period);

    private static double[] SeededLine(double[] line, int period, double weight)
    {
        int seed = FirstOf(line) + period - 1;
        double[] smoothed = Line(line.Length, _ => double.NaN);
        if (seed < line.Length)
            smoothed[seed] = Mean(line.AsSpan(seed - period + 1, period));
        for (int row = seed + 1; row < line.Length; row++)
            smoothed[row] = weight * line[row] + (1 - weight) * smoothed[row - 1];
        return smoothed;
    }

    // A true range for each bar, except the first, which has none.
    private static double[] Ranges(BarSeries bars, int row) => [double.NaN, .. TrueRanges(bars, row)];

    private static double Sum(ReadOnlySpan<double> window)
    {
        double sum = 0;
        foreach (double number in window)
            sum += number;
        return sum;
    }

    private static double Mean(ReadOnlySpan<double> window) => Sum(window) / window.Length;

    private static double Max(ReadOnlySpan<double> window)
    {
        double max = window[0];
        foreach (double number in window)
            max = Math.Max(max, number);
        return max;
    }

    private static double Min(ReadOnlySpan<double> window)
    {
        double min = window[0];
        foreach (double number in window)
            min = Math.Min(min, number);
        return min;
    }
}
