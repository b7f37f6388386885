using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Five hundred instruments whose bars are not in step, 2,000 bars each: merged, and nothing else.</summary>
[MemoryDiagnoser]
public class RaggedMerge
{
    private PreloadedBars? _bars;

    /// <summary>Whether no two instruments' bars end at once; otherwise one bar in ten is missing.</summary>
    [Params(false, true)]
    public bool IsApart { get; set; }

    /// <summary>Makes the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Ragged(symbols: 500, bars: 2_000, IsApart);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public MergeOutcome Fused() => HeapMerge.Run(_bars!.Columns);

    /// <summary>The engine's stream, which copies the bars as well.</summary>
    [Benchmark]
    public MergeOutcome Engine() => MergeRun.Run(_bars!);
}
