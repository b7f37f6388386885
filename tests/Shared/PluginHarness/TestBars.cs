using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Daily bars for tests.</summary>
internal static class TestBars
{
    /// <summary>Bars that open, trade and close at one price, without volume.</summary>
    public static BarSeries Closes(params ReadOnlySpan<double> closes)
    {
        BarSeries bars = Empty(hasVolume: false);
        foreach (double close in closes)
            Add(bars, close, close, close, close);
        return bars;
    }

    /// <summary>A seeded random walk with ranges and volumes.</summary>
    public static BarSeries Walk(int seed, int count)
    {
        var random = new Random(seed);
        BarSeries bars = Empty(hasVolume: true);
        double close = 100;
        for (int i = 0; i < count; i++)
        {
            double open = close;
            close *= 1 + 0.04 * (random.NextDouble() - 0.49);
            double high = Math.Max(open, close) * (1 + 0.01 * random.NextDouble());
            double low = Math.Min(open, close) * (1 - 0.01 * random.NextDouble());
            Add(bars, open, high, low, close, random.Next(500, 1500));
        }

        return bars;
    }

    /// <summary>The first rows of a series.</summary>
    public static BarSeries First(BarSeries bars, int count)
    {
        BarSeries cut = Empty(bars.HasVolume);
        cut.Append(bars, 0, count);
        return cut;
    }

    public static BarSeries Empty(bool hasVolume, string symbol = "X", int index = 0) =>
        new(new Instrument { Symbol = symbol, Index = index }, Timeframe.Day, index, hasVolume);

    public static void Add(BarSeries bars, double open, double high, double low, double close, double volume = 0)
    {
        long start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks + bars.Count * Timeframe.Day.Ticks;
        bars.Append(start, start + Timeframe.Day.Ticks, open, high, low, close, volume, day: bars.Count);
    }
}
