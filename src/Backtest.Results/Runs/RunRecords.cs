using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Puts together what a run folder says of its run.</summary>
internal static class RunRecords
{
    /// <summary>The manifest of a run.</summary>
    /// <param name="record">What the engine does not know.</param>
    /// <param name="run">What was run.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="periodsPerYear">How many returns a year annual figures were scaled by, of each portfolio and of the total.</param>
    public static Manifest Manifest(
        RunRecord record, RunDescription run, BacktestResult result, DateTimeOffset startedAt, TimeSpan elapsed,
        IEnumerable<KeyValuePair<string, double>> periodsPerYear) => new()
        {
            Config = record.Config,
            ConfigHash = record.ConfigHash,
            Spec = record.Spec,
            Currency = run.Currency,
            Data = result.Files,
            Signals = result.SignalFiles.Count > 0 ? result.SignalFiles : null,
            Plugins = record.Plugins,
            EngineVersion = EngineVersion.Current,
            Seed = run.Config.Seed,
            EventStreamHash = result.EventStreamHash,
            ContainerHashes = result.ContainerHashes,
            StartedAt = startedAt.UtcDateTime,
            ElapsedSeconds = elapsed.TotalSeconds,
            BarsProcessed = result.BarsProcessed,
            Status = result.Status,
            PeriodsPerYear = new OrderedDictionary<string, double>(periodsPerYear, StringComparer.Ordinal),
            Faults = RunFault.Of(result),
            Warnings = result.Warnings,
            Indicators = new IndicatorSharing(result.IndicatorsRequested, result.IndicatorsComputed),
        };
}
