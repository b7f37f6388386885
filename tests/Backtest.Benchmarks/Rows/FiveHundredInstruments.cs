using BenchmarkDotNet.Attributes;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Five hundred instruments, 2,000 bars each: 1,000,000 bars. Times are for the whole run.</summary>
[MemoryDiagnoser]
public class FiveHundredInstruments
{
    private PreloadedBars? _bars;

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Synthetic(symbols: 500, bars: 2_000, Timeframe.Day);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public Outcome Fused() => CrossLoop.Exponential(_bars!);

    /// <summary>The engine.</summary>
    [Benchmark]
    public Outcome Engine() => Outcome.Of(CrossRun.Run(_bars!, AverageKind.Ema));
}
