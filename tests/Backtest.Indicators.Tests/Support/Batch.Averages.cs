using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The averages.</summary>
internal static partial class Batch
{
    public static double[] WeightedMean(BarSeries bars, int row, int period) => [Weighted(Closes(bars, row), period)[^1]];

    public static double[] DoubleExponential(BarSeries bars, int row, int period)
    {
        double[] first = Exponentials(Closes(bars, row), period);
        return [2 * first[^1] - Exponentials(first, period)[^1]];
    }

    public static double[] TripleExponential(BarSeries bars, int row, int period)
    {
        double[] first = Exponentials(Closes(bars, row), period);
        double[] second = Exponentials(first, period);
        return [3 * first[^1] - 3 * second[^1] + Exponentials(second, period)[^1]];
    }

    // The expanded form of T. Tillson's three steps, with a factor of 0.7.
    public static double[] Tillson(BarSeries bars, int row, int period)
    {
        double[] line = Closes(bars, row);
        var averages = new double[7];
        for (int depth = 1; depth <= 6; depth++)
        {
            line = Exponentials(line, period);
            averages[depth] = line[^1];
        }
        const double A = 0.7;
        return
        [
            -A * A * A * averages[6]
            + (3 * A * A + 3 * A * A * A) * averages[5]
            + (-6 * A * A - 3 * A - 3 * A * A * A) * averages[4]
            + (1 + 3 * A + A * A * A + 3 * A * A) * averages[3],
        ];
    }

    public static double[] Hull(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] raw = Combined(Weighted(closes, period / 2), Weighted(closes, period), (half, whole) => 2 * half - whole);
        return [Weighted(raw, (int)Math.Floor(Math.Sqrt(period)))[^1]];
    }

    public static double[] Triangular(BarSeries bars, int row, int period)
    {
        double[] values = Window(bars.Close, row, period);
        double[] weights = [.. Enumerable.Range(1, period).Select(place => (double)Math.Min(place, period + 1 - place))];
        return [values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum()];
    }

    public static double[] ZeroLag(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        return [Exponentials(Combined(closes, Moves(closes, (period - 1) / 2), (value, move) => value + move), period)[^1]];
    }

    // Every gain is tried, as its authors do.
    public static double[] ErrorCorrecting(BarSeries bars, int row, int period)
    {
        double[] averages = Exponentials(Closes(bars, row), period);
        double weight = 2 / (period + 1.0);
        double corrected = averages[period - 1];
        for (int at = period; at <= row; at++)
        {
            double best = double.NaN;
            double least = double.PositiveInfinity;
            for (int gain = -50; gain <= 50; gain++)
            {
                double tried = weight * (averages[at] + gain / 10.0 * (bars.Close[at] - corrected)) + (1 - weight) * corrected;
                double error = Math.Abs(bars.Close[at] - tried);
                if (error < least)
                    (least, best) = (error, tried);
            }
            corrected = best;
        }
        return [corrected];
    }

    public static double[] Kaufman(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] ways = Sums(Each(Moves(closes), Math.Abs), period);
        double[] nets = Each(Moves(closes, period), Math.Abs);
        double average = Mean(closes.AsSpan(1, period));
        for (int at = period + 1; at <= row; at++)
        {
            double root = nets[at] / ways[at] * (2 / 3.0 - 2 / 31.0) + 2 / 31.0;
            average += root * root * (closes[at] - average);
        }
        return [average];
    }

    public static double[] VariableIndex(BarSeries bars, int row, int period)
    {
        double average = bars.Close[9];
        for (int at = 10; at <= row; at++)
        {
            double weight = 2 / (period + 1.0) * Math.Abs(ChandeMomentum(bars, at, 9)[0]) / 100;
            average = weight * bars.Close[at] + (1 - weight) * average;
        }
        return [average];
    }

    public static double[] FractalAdaptive(BarSeries bars, int row, int period)
    {
        double[] highs = Highest(Highs(bars, row), period / 2);
        double[] lows = Lowest(Lows(bars, row), period / 2);
        double[] wholes = Combined(
            Highest(Highs(bars, row), period), Lowest(Lows(bars, row), period), (high, low) => (high - low) / period);
        double[] medians = Medians(bars, row);
        double average = medians[period - 1];
        for (int at = period; at <= row; at++)
        {
            double recent = (highs[at] - lows[at]) / (period / 2);
            double older = (highs[at - period / 2] - lows[at - period / 2]) / (period / 2);
            double dimension = (Math.Log(recent + older) - Math.Log(wholes[at])) / Math.Log(2);
            double weight = Math.Clamp(Math.Exp(-4.6 * (dimension - 1)), 0.01, 1);
            average = weight * medians[at] + (1 - weight) * average;
        }
        return [average];
    }

    public static double[] McGinley(BarSeries bars, int row, int period)
    {
        double average = Mean(bars.Close.AsSpan(0, period));
        for (int at = period; at <= row; at++)
            average += (bars.Close[at] - average) / (0.6 * period * Math.Pow(bars.Close[at] / average, 4));
        return [average];
    }

    public static double[] ArnaudLegoux(BarSeries bars, int row, int period)
    {
        double middle = 0.85 * (period - 1);
        double width = period / 6.0;
        double[] weights = [.. Enumerable.Range(0, period).Select(place => Math.Exp(-Math.Pow(place - middle, 2) / (2 * width * width)))];
        return [Window(bars.Close, row, period).Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum()];
    }

    public static double[] VolumeWeighted(BarSeries bars, int row, int period)
    {
        double[] volumes = Window(bars.Volume, row, period);
        double traded = volumes.Sum();
        double amount = Window(bars.Close, row, period).Zip(volumes, (close, volume) => close * volume).Sum();
        return [traded == 0 ? bars.Close[row] : amount / traded];
    }
}
