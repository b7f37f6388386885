using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Bars made for tests.</summary>
internal static class Bars
{
    private static readonly Instrument Instrument = new() { Symbol = "TEST" };

    /// <summary>A random walk that begins at a level.</summary>
    public static BarSeries Random(int count, int seed = 1, double level = 100)
    {
        var random = new Random(seed);
        BarSeries bars = Empty();
        double close = level;
        for (int row = 0; row < count; row++)
        {
            double open = close * (1 + 0.002 * (random.NextDouble() - 0.5));
            close = open * (1 + 0.03 * (random.NextDouble() - 0.5));
            double high = Math.Max(open, close) * (1 + 0.01 * random.NextDouble());
            double low = Math.Min(open, close) * (1 - 0.01 * random.NextDouble());
            Add(bars, open, high, low, close);
        }
        return bars;
    }

    /// <summary>Bars without any range, at these prices.</summary>
    public static BarSeries At(params IEnumerable<double> prices)
    {
        BarSeries bars = Empty();
        foreach (double price in prices)
            Add(bars, price, price, price, price);
        return bars;
    }

    /// <summary>The bars of one series, then those of another.</summary>
    public static BarSeries Then(this BarSeries first, BarSeries second)
    {
        BarSeries bars = Empty();
        foreach (BarSeries part in (BarSeries[])[first, second])
        {
            for (int row = 0; row < part.Count; row++)
                Add(bars, part.Open[row], part.High[row], part.Low[row], part.Close[row]);
        }
        return bars;
    }

    public static BarSeries Empty() => new(Instrument, Timeframe.Day, index: 0, hasVolume: false);

    public static void Add(BarSeries bars, double open, double high, double low, double close)
    {
        long start = bars.Count * Timeframe.Day.Ticks;
        bars.Append(start, start + Timeframe.Day.Ticks, open, high, low, close, volume: 0, day: bars.Count);
    }
}
