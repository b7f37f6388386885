using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The momentum indicators.</summary>
internal static partial class Batch
{
    public static double[] Change(BarSeries bars, int row, int period) => [bars.Close[row] - bars.Close[row - period]];

    public static double[] Stochastic(BarSeries bars, int row, int period)
    {
        double[] position = Positions(Closes(bars, row), Lowest(Lows(bars, row), period), Highest(Highs(bars, row), period));
        double[] smoothed = Means(position, 3);
        return [smoothed[^1], Means(smoothed, 3)[^1]];
    }

    public static double[] StochasticRsi(BarSeries bars, int row, int period)
    {
        double[] changes = Moves(Closes(bars, row));
        double[] rises = Wilders(Each(changes, change => Math.Max(change, 0)), period);
        double[] falls = Wilders(Each(changes, change => Math.Max(-change, 0)), period);
        double[] index = Combined(rises, falls, (rise, fall) => 100 * rise / (rise + fall));
        double[] smoothed = Means(Positions(index, Lowest(index, period), Highest(index, period)), 3);
        return [smoothed[^1], Means(smoothed, 3)[^1]];
    }

    public static double[] Macd(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] line = Combined(Exponentials(closes, period), Exponentials(closes, 2 * period), (fast, slow) => fast - slow);
        double signal = Exponentials(line, 9)[^1];
        return [line[^1], signal, line[^1] - signal];
    }

    public static double[] PercentagePrice(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] line = Combined(
            Exponentials(closes, period), Exponentials(closes, 2 * period), (fast, slow) => 100 * (fast - slow) / slow);
        double signal = Exponentials(line, 9)[^1];
        return [line[^1], signal, line[^1] - signal];
    }

    public static double[] PriceOscillator(BarSeries bars, int row, int period) =>
        [Exponentials(Closes(bars, row), period)[^1] - Exponentials(Closes(bars, row), 2 * period)[^1]];

    public static double[] CommodityChannel(BarSeries bars, int row, int period)
    {
        double[] window = Window(Typicals(bars, row), row, period);
        double deviation = window.Average(price => Math.Abs(price - window.Average()));
        return [(window[^1] - window.Average()) / (0.015 * deviation)];
    }

    public static double[] RunningCommodityChannel(BarSeries bars, int row, int period)
    {
        double[] distances = Combined(Typicals(bars, row), Means(Typicals(bars, row), period), (price, mean) => price - mean);
        return [distances[^1] / (0.015 * Means(Each(distances, Math.Abs), period)[^1])];
    }

    /// <summary>A price in units of the commodity channel index.</summary>
    public static double ChannelUnits(BarSeries bars, int row, int period)
    {
        double[] window = Window(Typicals(bars, row), row, period);
        return window.Max() / (0.015 * window.Average(price => Math.Abs(price - window.Average())));
    }

    public static double[] WilliamsPercentRange(BarSeries bars, int row, int period)
    {
        double high = Window(bars.High, row, period).Max();
        double low = Window(bars.Low, row, period).Min();
        return [-100 * (high - bars.Close[row]) / (high - low)];
    }

    public static double[] TrueStrength(BarSeries bars, int row, int period)
    {
        double[] changes = Moves(Closes(bars, row));
        double strength = Exponentials(Exponentials(changes, period), 13)[^1];
        return [100 * strength / Exponentials(Exponentials(Each(changes, Math.Abs), period), 13)[^1]];
    }

    public static double[] Ultimate(BarSeries bars, int row, int period)
    {
        double Share(int count)
        {
            double bought = 0;
            double range = 0;
            for (int at = row - count + 1; at <= row; at++)
            {
                bought += bars.Close[at] - Math.Min(bars.Low[at], bars.Close[at - 1]);
                range += Math.Max(bars.High[at], bars.Close[at - 1]) - Math.Min(bars.Low[at], bars.Close[at - 1]);
            }
            return bought / range;
        }

        return [100 * (4 * Share(period) + 2 * Share(2 * period) + Share(4 * period)) / 7];
    }

    public static double[] Awesome(BarSeries bars, int row, int period) =>
        [Mean(Window(Medians(bars, row), row, period)) - Mean(Window(Medians(bars, row), row, 2 * period))];

    public static double[] Accelerator(BarSeries bars, int row, int period)
    {
        double[] awesome = Combined(Means(Medians(bars, row), period), Means(Medians(bars, row), 2 * period), (fast, slow) => fast - slow);
        return [awesome[^1] - Means(awesome, 5)[^1]];
    }

    public static double[] Aroon(BarSeries bars, int row, int period)
    {
        int sinceHigh = 0;
        int sinceLow = 0;
        for (int ago = 1; ago <= period; ago++)
        {
            sinceHigh = bars.High[row - ago] > bars.High[row - sinceHigh] ? ago : sinceHigh;
            sinceLow = bars.Low[row - ago] < bars.Low[row - sinceLow] ? ago : sinceLow;
        }
        double up = 100.0 * (period - sinceHigh) / period;
        double down = 100.0 * (period - sinceLow) / period;
        return [up, down, up - down];
    }

    public static double[] Trix(BarSeries bars, int row, int period)
    {
        double[] line = Exponentials(Exponentials(Exponentials(Closes(bars, row), period), period), period);
        return [100 * (line[^1] / line[^2] - 1)];
    }

    public static double[] KnowSureThing(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] Smoothed(int change, int mean) =>
            Means(Combined(closes, Ago(closes, change), (now, then) => 100 * (now / then - 1)), mean);

        double[] first = Smoothed(period, 10);
        double[] second = Smoothed(period + 5, 10);
        double[] third = Smoothed(period + 10, 10);
        double[] fourth = Smoothed(period + 15, 15);
        double[] sum = Line(row + 1, at => first[at] + 2 * second[at] + 3 * third[at] + 4 * fourth[at]);
        return [sum[^1], Means(sum, 9)[^1]];
    }

    public static double[] DetrendedPrice(BarSeries bars, int row, int period) =>
        [bars.Close[row] - Mean(Window(bars.Close, row - period / 2 - 1, period))];

    public static double[] RelativeMomentum(BarSeries bars, int row, int period)
    {
        double[] changes = Moves(Closes(bars, row), 5);
        double rises = Wilders(Each(changes, change => Math.Max(change, 0)), period)[^1];
        double falls = Wilders(Each(changes, change => Math.Max(-change, 0)), period)[^1];
        return [100 - 100 / (1 + rises / falls)];
    }

    public static double[] PrettyGood(BarSeries bars, int row, int period) =>
        [(bars.Close[row] - Mean(Window(bars.Close, row, period))) / Wilders(Ranges(bars, row), period)[^1]];

    public static double[] ChandeMomentum(BarSeries bars, int row, int period)
    {
        double[] changes = [.. Enumerable.Range(row - period + 1, period).Select(at => bars.Close[at] - bars.Close[at - 1])];
        double rises = changes.Sum(change => Math.Max(change, 0));
        double falls = changes.Sum(change => Math.Max(-change, 0));
        return [100 * (rises - falls) / (rises + falls)];
    }

    public static double[] Coppock(BarSeries bars, int row, int period)
    {
        double[] closes = Closes(bars, row);
        double[] changes = Line(row + 1, at => at < period + 3
            ? double.NaN
            : 100 * (closes[at] / closes[at - period] - 1) + 100 * (closes[at] / closes[at - period - 3] - 1));
        return [Weighted(changes, 10)[^1]];
    }

    public static double[] Varadi(BarSeries bars, int row, int period)
    {
        double[] means = Means(Combined(Closes(bars, row), Medians(bars, row), (close, median) => close / median), 2);
        return [100.0 * Window(means, row, period).Count(mean => mean < means[^1]) / period];
    }

    public static double[] ElderRay(BarSeries bars, int row, int period)
    {
        double average = Exponentials(Closes(bars, row), period)[^1];
        return [bars.High[row] - average, bars.Low[row] - average];
    }

    public static double[] BalanceOfPower(BarSeries bars, int row, int period) =>
        [(bars.Close[row] - bars.Open[row]) / (bars.High[row] - bars.Low[row])];

    private static double[] Positions(double[] line, double[] lows, double[] highs) =>
        Line(line.Length, row => highs[row] == lows[row] ? 50 : 100 * (line[row] - lows[row]) / (highs[row] - lows[row]));
}
