using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Five hundred instruments ranked against each other, 2,000 bars each: 1,000,000 bars. The time is for the whole run.</summary>
[MemoryDiagnoser]
public class FiveHundredRanked
{
    private PreloadedBars? _bars;

    /// <summary>Creates the bars.</summary>
    [GlobalSetup]
    public void MakeBars() => _bars = PreloadedBars.Synthetic(symbols: 500, bars: 2_000, Timeframe.Day);

    /// <summary>The engine.</summary>
    [Benchmark]
    public Outcome Engine() => Outcome.Of(RankingRun.Run(_bars!));
}
