using Backtest.Abstractions.Runtime;
using Backtest.Plugins.Pattern;

namespace Backtest.Tests;

/// <summary>Builds bars from a scripted course of closes, and recognizes patterns in them with the indicators the classifier reads.</summary>
internal sealed class Market
{
    private const int Lookback = 20;
    private const int ShortRange = 5;
    private const int LongRange = 40;
    private const double VolumeFactor = 1.2;

    private readonly List<(double High, double Low, double Close, double Volume)> _bars = [];

    public bool HasVolume { get; init; } = true;

    public int Count => _bars.Count;

    public double LastClose => _bars[^1].Close;

    /// <summary>Adds a bar around its close.</summary>
    public Market Bar(double close, double range = 2, double volume = 1000)
    {
        _bars.Add((close + range / 2, close - range / 2, close, volume));
        return this;
    }

    /// <summary>Adds bars that each gain the same amount.</summary>
    public Market Line(int bars, double from, double gain)
    {
        for (int i = 0; i < bars; i++)
            Bar(from + i * gain);
        return this;
    }

    /// <summary>Adds bars that swing up and down around a price.</summary>
    public Market Band(int bars, double middle, double swing, int period = 16, double range = 2)
    {
        for (int i = 0; i < bars; i++)
        {
            int phase = i % period;
            double triangle = 1 - 4.0 * Math.Abs(phase - period / 2) / period;
            Bar(middle + swing * triangle, range);
        }

        return this;
    }

    /// <summary>The pattern and the confidences at each bar whose indicators are ready.</summary>
    public List<(ChartPattern Pattern, double[] Confidences)> Recognize(int? bars = null, PatternOptions? options = null)
    {
        var recognizer = new PatternRecognizer(options ?? new PatternOptions { Swing = 3 });
        var line = new LinearRegression(Lookback);
        var shortRange = new AverageTrueRange(ShortRange);
        var longRange = new AverageTrueRange(LongRange);
        var meanVolume = new SimpleMovingAverage(20);
        List<(ChartPattern, double[])> patterns = [];
        BarSeries series = ToSeries();
        for (int row = 0; row < (bars ?? series.Count); row++)
        {
            var bar = new BarEvent(series, row);
            RegressionValue trend = line.Update(bar.Close);
            double quick = shortRange.Update(bar);
            double slow = longRange.Update(bar);
            bool isConfirmed = bar.Volume >= VolumeFactor * meanVolume.Update(bar.Volume);
            if (!longRange.IsReady)
                continue;
            var input = new PatternInput(row, bar.High, bar.Low, bar.Close, trend, quick, slow, isConfirmed);
            patterns.Add((recognizer.Update(input), recognizer.Confidences.ToArray()));
        }

        return patterns;
    }

    /// <summary>The bars as the engine stores them, one per day.</summary>
    public BarSeries ToSeries()
    {
        BarSeries series = TestBars.Empty(HasVolume);
        double open = _bars[0].Close;
        foreach ((double high, double low, double close, double volume) in _bars)
        {
            TestBars.Add(series, Math.Clamp(open, low, high), high, low, close, volume);
            open = close;
        }

        return series;
    }
}
