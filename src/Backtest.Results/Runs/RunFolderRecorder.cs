using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// Writes a run to a folder of its own: tables, where they are wanted, metrics and manifest. The folder appears when all is in it; of a run
/// that fails, or is given up before its end, nothing stays.
/// </summary>
/// <param name="record">What the folder says of the run that the engine does not know.</param>
/// <param name="clock">Tells when the run began and how long it took.</param>
public sealed class RunFolderRecorder(RunRecord record, TimeProvider clock) : IRunRecorder, IDisposable
{
    private readonly MetricsRecorder _metrics = new() { Benchmark = record.Benchmark, HasPeriods = true };
    private RunDescription? _run;
    private RunFolder? _folder;
    private RunTables? _tables;
    private DateTimeOffset _startedAt;
    private long _startStamp;

    /// <summary>The run folder; null until the run has ended.</summary>
    public string? Folder { get; private set; }

    /// <summary>How the run performed; null until it has ended.</summary>
    public RunMetrics? Metrics => _metrics.Metrics;

    /// <summary>What the run was made of; null until it has ended.</summary>
    public Manifest? Manifest { get; private set; }

    /// <summary>Compiles and loads what writing a run folder takes; may be called on any thread, while the run is made ready.</summary>
    public static void MakeReady(OutputConfig output)
    {
        if (output.Tables != TableFormat.None)
            RunTables.MakeReady(output.Tables);
        ResultsJson.MakeReady();
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">Nothing can be written where the configuration says.</exception>
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

    /// <summary>Gives up a run that has not ended: removes what was written.</summary>
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
