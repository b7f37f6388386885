using System.Diagnostics;
using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>
/// Measures the time of an indicator: fed row by row through its interface, and computed by a hub in columns. The best of several rounds counts,
/// because other load on the machine makes a round slower and never faster.
/// </summary>
internal sealed class IndicatorTimer(BarSeries bars) : IIndicatorEvents
{
    private const int Rounds = 15;
    private const int ChunkRows = 8_000;

    /// <summary>Nanoseconds per bar of a new instance, called once for each bar.</summary>
    public double Streamed(IndicatorSpec spec) => (double)Generic(nameof(StreamedOf), spec).Invoke(this, [spec])!;

    /// <summary>Nanoseconds per bar of a hub that computes these together, in chunks.</summary>
    public double InColumns(params IReadOnlyList<IndicatorSpec> specs)
    {
        var chunk = new BarSeries(bars.Instrument, bars.Timeframe, index: 0, hasVolume: true);
        var run = new RunSeries([chunk], []);
        var hub = new IndicatorHub(run);
        foreach (IndicatorSpec spec in specs)
            Generic(nameof(Request), spec).Invoke(null, [spec, hub, chunk]);
        var turns = new BarChunk(run);
        return Best(() =>
        {
            long ticks = 0;
            for (int from = 0; from < bars.Count; from += ChunkRows)
            {
                chunk.Advance();
                chunk.Append(bars, from, Math.Min(ChunkRows, bars.Count - from));
                long start = Stopwatch.GetTimestamp();
                hub.OnBars(turns, this);
                ticks += Stopwatch.GetTimestamp() - start;
            }

            return ticks;
        });
    }

    /// <summary>Nanoseconds per bar of a hand-written loop.</summary>
    public double ByHand(Action<BarSeries> loop) => Best(() => Timed(() => loop(bars)));

    void IIndicatorEvents.Emit(in IndicatorsReady indicators)
    {
    }

    private static MethodInfo Generic(string name, IndicatorSpec spec) => typeof(IndicatorTimer)
        .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)!
        .MakeGenericMethod(spec.GetType().GenericTypeArguments);

    private static void Request<TValue>(IndicatorSpec spec, IndicatorHub hub, BarSeries series)
        where TValue : struct => hub.Request<TValue>(spec, series);

    private double StreamedOf<TValue>(IndicatorSpec spec)
        where TValue : struct
    {
        var values = new TValue[bars.Count];
        return spec switch
        {
            SeriesIndicatorSpec<TValue> series => Best(() => Stream(series.Create(), values)),
            PairIndicatorSpec<TValue> pair => Best(() => Stream(pair.Create(), values)),
            BarIndicatorSpec<TValue> whole => Best(() => Stream(whole.Create(), values)),
            _ => throw new InvalidOperationException(),
        };
    }

    private long Stream<TValue>(ISeriesIndicator<TValue> indicator, TValue[] values)
        where TValue : struct => Timed(() =>
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = indicator.Update(bars.Close[row]);
        });

    private long Stream<TValue>(IPairIndicator<TValue> indicator, TValue[] values)
        where TValue : struct => Timed(() =>
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = indicator.Update(bars.Close[row], bars.Volume[row]);
        });

    private long Stream<TValue>(IBarIndicator<TValue> indicator, TValue[] values)
        where TValue : struct => Timed(() =>
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = indicator.Update(new BarEvent(bars, row));
        });

    private static long Timed(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetTimestamp() - start;
    }

    private double Best(Func<long> ticks)
    {
        ticks();
        return Enumerable.Range(0, Rounds).Min(_ => ticks()) * (1e9 / Stopwatch.Frequency) / bars.Count;
    }
}
