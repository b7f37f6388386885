using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>90 pairs of averages on 10,000 bars, as trials of one pass. Times are for all of them.</summary>
[MemoryDiagnoser]
public class NinetyPairs
{
    private PreloadedBars? _bars;
    private IReadOnlyList<WorkflowConfig> _trials = [];

    /// <summary>Creates the bars and the trials.</summary>
    [GlobalSetup]
    public void MakeBars()
    {
        _bars = PreloadedBars.Synthetic(symbols: 1, bars: 10_000, Timeframe.Day);
        _trials = TrialsRun.Pairs(_bars);
    }

    /// <summary>Only summaries.</summary>
    [Benchmark(Baseline = true)]
    public int Summaries() => TrialsRun.Execute(_trials, _bars!, new PassOptions { HasHashes = false }).Count;

    /// <summary>With hashes.</summary>
    [Benchmark]
    public int Hashes() => TrialsRun.Execute(_trials, _bars!, new PassOptions()).Count;
}
