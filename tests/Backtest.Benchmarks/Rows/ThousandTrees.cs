using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>The whole tree a thousand times on 2,000 bars, its classifiers run once. Times are for all of them.</summary>
[MemoryDiagnoser]
public class ThousandTrees
{
    private PreloadedBars? _bars;
    private IReadOnlyList<WorkflowConfig> _trials = [];

    /// <summary>Creates the bars and the trials.</summary>
    [GlobalSetup]
    public void MakeBars()
    {
        _bars = PreloadedBars.Synthetic(symbols: 1, bars: 2_000, Timeframe.Day);
        _trials = TrialsRun.Trees(_bars, 1_000);
    }

    /// <summary>Only summaries.</summary>
    [Benchmark]
    public int Summaries() => TrialsRun.Execute(_trials, _bars!, new PassOptions { HasHashes = false }).Count;
}
