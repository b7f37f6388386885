using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Creates bars for tests.</summary>
internal static class Bars
{
    private const double VolumeAtRest = 1000;

    private static readonly Instrument Instrument = new() { Symbol = "TEST" };

    // Eight bars make a trading day.
    private static readonly Timeframe Timeframe = new(3, 'h');

    /// <summary>A random walk that starts at a level.</summary>
    public static BarSeries Random(int count, int seed = 1, double level = 100)
    {
        var random = new Random(seed);
        var volumes = new Random(seed + 1000);
        BarSeries bars = Empty();
        double close = level;
        for (int row = 0; row < count; row++)
        {
            double open = close * (1 + 0.002 * (random.NextDouble() - 0.5));
            close = open * (1 + 0.03 * (random.NextDouble() - 0.5));
            double high = Math.Max(open, close) * (1 + 0.01 * random.NextDouble());
            double low = Math.Min(open, close) * (1 - 0.01 * random.NextDouble());
            Add(bars, open, high, low, close, volumes.Next(1, 10_000));
        }
        return bars;
    }

    /// <summary>Bars with a range of zero at these prices, each with the same volume.</summary>
    public static BarSeries At(params IEnumerable<double> prices)
    {
        BarSeries bars = Empty();
        foreach (double price in prices)
            Add(bars, price, price, price, price, VolumeAtRest);
        return bars;
    }

    /// <summary>One bar whose prices and volume are all this number, or only the given field.</summary>
    public static BarSeries Odd(double number, BarField? only = null)
    {
        double Of(BarField field, double usual) => only is null || only == field ? number : usual;

        BarSeries bars = Empty();
        Add(
            bars, Of(BarField.Open, 100), Of(BarField.High, 101), Of(BarField.Low, 99), Of(BarField.Close, 100.5),
            Of(BarField.Volume, VolumeAtRest));
        return bars;
    }

    /// <summary>The bars of one series, followed by those of another.</summary>
    public static BarSeries Then(this BarSeries first, BarSeries second)
    {
        BarSeries bars = Empty();
        foreach (BarSeries part in (BarSeries[])[first, second])
        {
            for (int row = 0; row < part.Count; row++)
                Add(bars, part.Open[row], part.High[row], part.Low[row], part.Close[row], part.Volume[row]);
        }
        return bars;
    }

    /// <summary>The same bars without volume.</summary>
    public static BarSeries WithoutVolume(this BarSeries series)
    {
        BarSeries bars = Empty();
        for (int row = 0; row < series.Count; row++)
            Add(bars, series.Open[row], series.High[row], series.Low[row], series.Close[row]);
        return bars;
    }

    public static BarSeries Empty() => new(Instrument, Timeframe, index: 0, hasVolume: true);

    public static void Add(BarSeries bars, double open, double high, double low, double close, double volume = 0)
    {
        long start = bars.Count * Timeframe.Ticks;
        int day = (int)(start / TimeSpan.TicksPerDay);
        bars.Append(start, start + Timeframe.Ticks, open, high, low, close, volume, day);
    }
}
