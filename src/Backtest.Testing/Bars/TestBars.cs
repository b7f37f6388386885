using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Bars for tests, consecutive from 2020-01-01 on, daily by default. The same arguments make the same bars.</summary>
public static class TestBars
{
    private static readonly long FirstDay = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Bars that open, trade and close at one price each, without volume.</summary>
    /// <param name="closes">The prices; above zero.</param>
    public static BarSeries Closes(params ReadOnlySpan<double> closes)
    {
        BarSeries bars = Empty(hasVolume: false);
        foreach (double close in closes)
            Add(bars, close, close, close, close);
        return bars;
    }

    /// <summary>A random walk with ranges and volumes; a bar's return is within ±2 %.</summary>
    /// <param name="seed">The seed of the walk; another seed gives another walk.</param>
    /// <param name="count">How many bars.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="timeframe">The length of the bars; <see langword="null"/> for a day.</param>
    public static BarSeries Walk(int seed, int count, string symbol = "X", Timeframe? timeframe = null)
    {
        var random = new Random(seed);
        BarSeries bars = Empty(hasVolume: true, symbol, timeframe: timeframe);
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

    /// <summary>A copy of the first rows of a series.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="count">How many rows; no more than there are.</param>
    public static BarSeries First(BarSeries bars, int count)
    {
        var cut = new BarSeries(bars.Instrument, bars.Timeframe, bars.Index, bars.HasVolume);
        cut.Append(bars, 0, count);
        return cut;
    }

    /// <summary>The same bars for another instrument.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="instrument">The instrument; its index is that among the series of a risk manager's portfolio.</param>
    public static BarSeries Of(BarSeries bars, Instrument instrument)
    {
        var copy = new BarSeries(instrument, bars.Timeframe, instrument.Index, bars.HasVolume);
        copy.Append(bars, 0, bars.Count);
        return copy;
    }

    /// <summary>A series to add bars to.</summary>
    /// <param name="hasVolume">Whether the data has volumes.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="index">The index among the series of a risk manager's portfolio, from 0.</param>
    /// <param name="timeframe">The length of the bars; <see langword="null"/> for a day.</param>
    public static BarSeries Empty(bool hasVolume, string symbol = "X", int index = 0, Timeframe? timeframe = null) =>
        new(new Instrument { Symbol = symbol, Index = index }, timeframe ?? Timeframe.Day, index, hasVolume);

    /// <summary>Adds the next bar.</summary>
    public static void Add(BarSeries bars, double open, double high, double low, double close, double volume = 0)
    {
        long start = FirstDay + (bars.Count * bars.Timeframe.Ticks);
        bars.Append(start, start + bars.Timeframe.Ticks, open, high, low, close, volume, day: (int)(start / TimeSpan.TicksPerDay));
    }
}
