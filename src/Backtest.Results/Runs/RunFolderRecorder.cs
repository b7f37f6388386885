using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// Writes a run to its own folder: tables, if requested, metrics and manifest. The folder appears once it is complete; a run that fails or is
/// abandoned leaves nothing behind.
/// </summary>
/// <param name="record">Information about the run that the engine does not have.</param>
/// <param name="clock">Measures when the run began and how long it took.</param>
public sealed class RunFolderRecorder(RunRecord record, TimeProvider clock) : IRunRecorder, IDisposable
{
    private readonly MetricsRecorder _metrics = new() { Benchmark = record.Benchmark, HasPeriods = true };
    private RunDescription? _run;
    private RunFolder? _folder;
    private RunTables? _tables;
    private DateTimeOffset _startedAt;
    private long _startStamp;

    /// <summary>The run folder, or null until the run has ended.</summary>
    public string? Folder { get; private set; }

    /// <summary>The metrics of the run, or null until it has ended.</summary>
    public RunMetrics? Metrics => _metrics.Metrics;

    /// <summary>The manifest of the run, or null until it has ended.</summary>
    public Manifest? Manifest { get; private set; }

    /// <summary>Compiles and loads what writing a run folder needs; may be called on any thread while the run is prepared.</summary>
    public static void MakeReady(OutputConfig output)
    {
        if (output.Tables != TableFormat.None)
            RunTables.MakeReady(output.Tables);
        ResultsJson.MakeReady();
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">The configured folder cannot be written to.</exception>
    public void Begin(RunDescription run)
    {
        if (_run is not null)
            throw new InvalidOperationException("A recorder takes one run.");
        _run = run;
        _startedAt = clock.GetUtcNow();
        _startStamp = clock.GetTimestamp();
        OutputConfig output = run.Config.Output;
        _folder = new RunFolder(
            output.Directory, record.FolderName ?? RunFolder.NameOf(_startedAt, run.Config.Name, record.ConfigHash));
        if (output.Tables != TableFormat.None)
            _tables = new RunTables(_folder.TemporaryPath, run);
        _metrics.Begin(run);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        _ = Begun(_run);
        _tables?.Record(journal);
        _metrics.Record(journal);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        RunFolder folder = Begun(_folder);
        _tables?.Complete();
        _metrics.End(result);
        Manifest = RunRecords.Manifest(
            record, Begun(_run), result, Begun(Metrics), _startedAt, clock.GetElapsedTime(_startStamp));
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "metrics.json"), ResultsJson.Write(Begun(Metrics)));
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "manifest.json"), ResultsJson.Write(Manifest));
        Folder = folder.Publish();
    }

    /// <summary>Removes what was written of a run that has not ended.</summary>
    public void Dispose()
    {
        try
        {
            _tables?.Dispose();
        }
        finally
        {
            _folder?.Dispose();
        }
    }

    private static T Begun<T>(T? value)
        where T : class => value ?? throw new InvalidOperationException("The run has not begun.");
}
