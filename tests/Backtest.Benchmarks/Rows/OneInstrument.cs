using BenchmarkDotNet.Attributes;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>One instrument, 1,000,000 bars: averages, orders, fills, ledger, equity. Times are for the whole run.</summary>
[MemoryDiagnoser]
public class OneInstrument
{
    private PreloadedBars? _bars;

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Synthetic(symbols: 1, bars: 1_000_000, Timeframe.Minute);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public Outcome Fused() => CrossLoop.Simple(_bars!);

    /// <summary>The engine.</summary>
    [Benchmark]
    public Outcome Engine() => Outcome.Of(CrossRun.Run(_bars!, AverageKind.Sma));
}
