using BenchmarkDotNet.Attributes;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Fifty instruments, a year of minute bars each: 4,914,000 bars. Times are for the whole run.</summary>
[MemoryDiagnoser]
public class FiftyInstruments
{
    private PreloadedBars? _bars;

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Synthetic(symbols: 50, bars: 98_280, Timeframe.Minute);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public Outcome Fused() => CrossLoop.Exponential(_bars!);

    /// <summary>The engine.</summary>
    [Benchmark]
    public Outcome Engine() => Outcome.Of(CrossRun.Run(_bars!, AverageKind.Ema));
}
