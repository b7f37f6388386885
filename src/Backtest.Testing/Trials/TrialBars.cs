using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Bars an examination runs a plugin on.</summary>
internal static class TrialBars
{
    private const int Seed = 11;
    private const int PoisonedBars = 40;

    private const int FewestInOne = 4;

    private static readonly Timeframe[] Steps =
        [Timeframe.Day, new(6, 'h'), new(1, 'h'), new(15, 'm'), new(5, 'm'), Timeframe.Minute, new(15, 's'), new(1, 's')];

    /// <summary>The shortest timeframe of trial bars: any other can be built from it.</summary>
    public static Timeframe Shortest => Steps[^1];

    /// <summary>The longest timeframe of trial bars from which each of these can be built.</summary>
    public static Timeframe TimeframeBelow(IReadOnlyList<Timeframe> asked) => Steps.FirstOrDefault(
        step => asked.All(timeframe => timeframe.Ticks % step.Ticks == 0 && timeframe.Ticks >= FewestInOne * step.Ticks), Shortest);

    /// <summary>Two instruments that wander apart.</summary>
    public static IReadOnlyList<BarSeries> Walks(int count, Timeframe timeframe) =>
    [
        TestBars.Walk(Seed, count, "A", timeframe),
        TestBars.Of(TestBars.Walk(Seed + 1, count, timeframe: timeframe), new Instrument { Symbol = "B", Index = 1 }),
    ];

    /// <summary>The same instruments and times with other prices.</summary>
    public static IReadOnlyList<BarSeries> Other(IReadOnlyList<BarSeries> bars)
    {
        IReadOnlyList<BarSeries> other = [.. bars.Select(series => new BarSeries(series.Instrument, series.Timeframe, series.Index, series.HasVolume))];
        foreach ((BarSeries from, BarSeries to) in bars.Zip(other))
        {
            BarSeries walk = TestBars.Walk(Seed + 100 + from.Index, from.Count);
            for (int row = 0; row < from.Count; row++)
            {
                to.Append(
                    from.Start[row], from.End[row], walk.Open[row], walk.High[row], walk.Low[row], walk.Close[row],
                    from.HasVolume ? walk.Volume[row] : 0, from.Day[row]);
            }
        }

        return other;
    }

    /// <summary>The ends of all bars, each once, in order.</summary>
    public static long[] Ends(IReadOnlyList<BarSeries> bars) =>
        [.. bars.SelectMany(series => series.End.Take(series.Count)).Distinct().Order()];

    /// <summary>Only bars that had ended by then; instruments without a bar are left out.</summary>
    public static IReadOnlyList<BarSeries> Until(IReadOnlyList<BarSeries> bars, long end) =>
        [.. bars.Select(series => TestBars.First(series, Rows(series, end))).Where(series => series.Count > 0)];

    /// <summary>The bars that had ended by then, followed by extreme ones: valid, but far from any before them.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="end">The last end that is kept.</param>
    /// <param name="up">Whether prices and volumes explode; otherwise they collapse.</param>
    public static IReadOnlyList<BarSeries> PoisonedAfter(IReadOnlyList<BarSeries> bars, long end, bool up) =>
        [.. bars.Select(series => Poisoned(series, Rows(series, end), up))];

    private static int Rows(BarSeries series, long end)
    {
        int place = Array.BinarySearch(series.End, 0, series.Count, end);
        return place < 0 ? ~place : place + 1;
    }

    private static BarSeries Poisoned(BarSeries series, int kept, bool up)
    {
        BarSeries bars = TestBars.First(series, kept);
        double close = kept == 0 ? series.Open[0] : series.Close[kept - 1];
        for (int row = kept; row < Math.Min(series.Count, kept + PoisonedBars); row++)
        {
            double open = close * (row == kept ? up ? 3 : 0.3 : 1);
            close = open * (row % 2 == 0 == up ? 1.4 : 0.75);
            double volume = !series.HasVolume ? 0 : up ? (series.Volume[row] * 50) + 1 : 1;
            bars.Append(
                series.Start[row], series.End[row], open, Math.Max(open, close) * 1.2, Math.Min(open, close) * 0.8, close, volume, series.Day[row]);
        }

        return bars;
    }
}
