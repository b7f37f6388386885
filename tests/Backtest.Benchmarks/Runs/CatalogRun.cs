using System.Diagnostics;
using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data;
using Backtest.Data.Catalog;

namespace Backtest.Benchmarks;

/// <summary>A catalog for one measurement, in a temporary folder.</summary>
internal sealed class CatalogRun : IDisposable
{
    /// <summary>The argument that makes this program merge a catalog's series and print the measurement.</summary>
    public const string Argument = "--merge";

    private const int ChunkBytes = 1 << 20;

    private readonly string _folder;

    /// <summary>Imports synthetic minutes.</summary>
    public CatalogRun(int symbols, int bars)
    {
        _folder = Directory.CreateTempSubdirectory("backtest-catalog-").FullName;
        Bars = (long)symbols * bars;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Import(_folder, PreloadedBars.SyntheticOptions(symbols, bars, Timeframe.Minute));
        ImportTime = Stopwatch.GetElapsedTime(start);
        ImportProcessorTime = Environment.CpuUsage.TotalTime - before;
    }

    /// <summary>The number of bars.</summary>
    public long Bars { get; }

    /// <summary>How long the import took, including the computation of the bars.</summary>
    public TimeSpan ImportTime { get; }

    /// <summary>The processor time of the import.</summary>
    public TimeSpan ImportProcessorTime { get; }

    /// <summary>Imports to a new catalog, and returns the number of bars.</summary>
    public static long Import(string folder, BarSourceOptions options) =>
        new CatalogImport(folder, new BarSources(), new ImportOptions()).Run([options]).Series.Sum(one => one.Series.Bars);

    /// <summary>Reads the single file with the loop written for it.</summary>
    public (int Count, double LastClose) Fused() =>
        ParquetLoop.Read(Directory.GetFiles(_folder, "*.parquet", SearchOption.AllDirectories)[0]);

    /// <summary>Reads the single series as a run does.</summary>
    public (int Count, double LastClose) Engine()
    {
        using IBarSource source = new BarSources().Open([Options(_folder)]);
        SourceSeries only = source.Series[0];
        var series = new BarSeries(new Instrument { Symbol = only.Symbol }, only.Timeframe, 0, only.HasVolume);
        using IBarReader reader = source.Open(only);
        while (reader.Read(series, 1 << 16) > 0)
            continue;
        return (series.Count, series.Close[series.Count - 1]);
    }

    /// <summary>Merges all series in a separate process, to measure its memory.</summary>
    /// <returns>Bars per second of wall-clock and of processor time, and the peak working set in bytes.</returns>
    public async Task<(double Rate, double ProcessorRate, long Peak)> Merge()
    {
        using Process process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [Argument, _folder]) { RedirectStandardOutput = true })!;
        string[] figures = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return (
            double.Parse(figures[0], CultureInfo.InvariantCulture),
            double.Parse(figures[1], CultureInfo.InvariantCulture),
            long.Parse(figures[2], CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Merges all series of a catalog, and prints bars per second of wall-clock and of processor time, and the peak working set in bytes.
    /// </summary>
    public static void PrintMerge(TextWriter output, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        using IBarSource source = new BarSources().Open([Options(folder)]);
        BarSeries[] series = [.. source.Series.Select((one, index) => new BarSeries(
            new Instrument { Symbol = one.Symbol, Index = index }, one.Timeframe, index, one.HasVolume))];
        using var streamer = new DataStreamer(source, new RunSeries(series, source.Series), ChunkBytes);
        long bars = 0;
        while (streamer.MoveNext())
            bars += streamer.Chunk.BarCount;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processorSeconds = Environment.CpuUsage.TotalTime.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{bars / seconds:F0} {bars / processorSeconds:F0} {process.PeakWorkingSet64}"));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static BarSourceOptions.Catalog Options(string folder) => new() { Path = folder };
}
