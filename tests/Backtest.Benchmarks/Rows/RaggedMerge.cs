using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Merges five hundred instruments whose bars are not in step, 2,000 bars each, and does nothing else.</summary>
[MemoryDiagnoser]
public class RaggedMerge
{
    private PreloadedBars? _bars;

    /// <summary>Whether no two instruments' bars end at the same time; otherwise one bar in ten is missing.</summary>
    [Params(false, true)]
    public bool IsApart { get; set; }

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Ragged(symbols: 500, bars: 2_000, IsApart);

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public MergeOutcome Fused() => HeapMerge.Run(_bars!.Columns);

    /// <summary>The engine's stream, which also copies the bars.</summary>
    [Benchmark]
    public MergeOutcome Engine() => MergeRun.Run(_bars!);
}
