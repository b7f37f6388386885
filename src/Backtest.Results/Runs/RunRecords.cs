using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Composes the content of a run folder.</summary>
internal static class RunRecords
{
    /// <summary>Creates the manifest of a run.</summary>
    /// <param name="record">Information that the engine does not have.</param>
    /// <param name="run">The run.</param>
    /// <param name="result">The result of the run.</param>
    /// <param name="metrics">Its metrics, or null for a run that ends with signals.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="elapsed">How long it took.</param>
    public static Manifest Manifest(
        RunRecord record, RunDescription run, BacktestResult result, RunMetrics? metrics, DateTimeOffset startedAt, TimeSpan elapsed) => new()
        {
            Config = record.Config,
            ConfigHash = record.ConfigHash,
            Spec = record.Spec,
            Directory = DirectoryOf(run),
            Currency = run.Currency,
            Data = [.. result.Files.Select(file => file with { Path = Placed(file.Path, DirectoryOf(run)) })],
            Signals = result.SignalFiles.Count > 0 ? result.SignalFiles : null,
            Plugins = record.Plugins,
            EngineVersion = EngineVersion.Current,
            Seed = run.Config.Seed,
            EventStreamHash = result.EventStreamHash,
            ContainerHashes = result.ContainerHashes,
            StartedAt = startedAt.UtcDateTime,
            ElapsedSeconds = elapsed.TotalSeconds,
            StageSeconds = result.Stages,
            BarsProcessed = result.BarsProcessed,
            Status = result.Status,
            PeriodsPerYear = new OrderedDictionary<string, double>(
                (metrics?.Times ?? new Dictionary<string, MeasuredTime>()).Select(time => KeyValuePair.Create(time.Key, time.Value.PeriodsPerYear)),
                StringComparer.Ordinal),
            Faults = RunFault.Of(result),
            Warnings = [.. result.Warnings, .. metrics is null ? [] : BenchmarkWarnings.Of(record.Benchmark, metrics.Total)],
            Indicators = new IndicatorSharing(result.IndicatorsRequested, result.IndicatorsComputed),
        };

    private static string? DirectoryOf(RunDescription run) => run.Config.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file)) : null;

    /// <summary>A path relative to the run file's folder if it is inside, so that both can be moved together; otherwise unchanged.</summary>
    private static string Placed(string path, string? directory)
    {
        if (directory is null)
            return path;
        string relative = Path.GetRelativePath(directory, Path.GetFullPath(path));
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFullPath(path) : relative;
    }
}
