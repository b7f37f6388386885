using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Two classifiers, three portfolios and four strategies on 200,000 bars. Times are for the whole run.</summary>
[MemoryDiagnoser]
public class WholeTree
{
    private PreloadedBars? _bars;

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Synthetic(symbols: 1, bars: 200_000, Timeframe.Minute);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public Outcome Fused() => TreeLoop.Run(_bars!);

    /// <summary>The engine.</summary>
    [Benchmark]
    public Outcome Engine() => Outcome.Of(TreeRun.Run(_bars!));
}
