using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>A CSV file of 200,000 daily bars.</summary>
[MemoryDiagnoser]
public class CsvReading
{
    private ReadingRun? _run;

    /// <summary>Writes the file.</summary>
    [GlobalSetup]
    public void WriteFile() => _run = new ReadingRun(PreloadedBars.Synthetic(symbols: 1, bars: 200_000, Timeframe.Day));

    /// <summary>Deletes the file.</summary>
    [GlobalCleanup]
    public void DeleteFile() => _run!.DeleteFile();

    /// <summary>The fused loop.</summary>
    [Benchmark(Baseline = true)]
    public (int Count, double LastClose) Fused() => _run!.Fused();

    /// <summary>The source.</summary>
    [Benchmark]
    public (int Count, double LastClose) Engine() => _run!.Engine();
}
