using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Twenty Baum-Welch steps with two states on 20,000 observations: divide by 400,000 for the time per observation and step.</summary>
[MemoryDiagnoser]
public class HmmTraining
{
    private TrainingRun? _run;

    /// <summary>Creates the observations.</summary>
    [GlobalSetup]
    public void MakeObservations() => _run = new TrainingRun(PreloadedBars.Synthetic(symbols: 1, bars: 20_001, Timeframe.Day));

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public long Fused() => _run!.Fused();

    /// <summary>The trainer.</summary>
    [Benchmark]
    public long Engine() => _run!.Engine();
}
