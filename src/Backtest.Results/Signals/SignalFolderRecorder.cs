using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// Writes a run that ends with signals to its own folder: its signals with what followed them, their statistics, and the manifest. The folder
/// appears once it is complete; a run that fails or is abandoned leaves nothing behind.
/// </summary>
/// <param name="record">Information about the run that the engine does not have.</param>
/// <param name="clock">Measures when the run began and how long it took.</param>
public sealed class SignalFolderRecorder(RunRecord record, TimeProvider clock) : IRunRecorder, IDisposable
{
    private RunDescription? _run;
    private RunFolder? _folder;
    private SignalTables? _tables;
    private SignalMeasurement? _measurement;
    private PortfolioScope[] _portfolios = [];
    private SignalScope[] _scopes = [];
    private DateTimeOffset _startedAt;
    private long _startStamp;

    /// <summary>The run folder, or null until the run has ended.</summary>
    public string? Folder { get; private set; }

    /// <summary>The statistics of the signals, or null until the run has ended.</summary>
    public SignalReport? Report { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InputException">The configured folder cannot be written to.</exception>
    public void Begin(RunDescription run)
    {
        if (_run is not null)
            throw new InvalidOperationException("A recorder takes one run.");
        _run = run;
        _startedAt = clock.GetUtcNow();
        _startStamp = clock.GetTimestamp();
        _measurement = new SignalMeasurement(run);
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioScope(portfolio))];
        _scopes = [.. run.Portfolios.Select(portfolio => new SignalScope(portfolio))];
        OutputConfig output = run.Config.Output;
        _folder = new RunFolder(output.Directory, RunFolder.NameOf(_startedAt, run.Config.Name, record.ConfigHash));
        if (output.Tables != TableFormat.None)
            _tables = new SignalTables(_folder.TemporaryPath, run, _measurement.Horizons);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        SignalMeasurement measurement = Begun(_measurement);
        if (journal.Chunk is { } chunk)
        {
            for (int i = 0; i < _portfolios.Length; i++)
                _portfolios[i].Take(journal.Portfolios[i]);
            foreach ((int portfolio, int row) in InOrder(journal))
                Take(portfolio, journal.Portfolios[portfolio].Signals.Span[row], chunk, measurement);
            measurement.Take(chunk);
        }

        _tables?.WriteComplete();
        _tables?.WriteRegimes(journal);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        RunFolder folder = Begun(_folder);
        Report = Begun(_measurement).Report();
        _tables?.Complete(Report);
        Manifest manifest = RunRecords.Manifest(record, Begun(_run), result, metrics: null, _startedAt, clock.GetElapsedTime(_startStamp));
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "statistics.json"), ResultsJson.Write(Report));
        File.WriteAllText(Path.Combine(folder.TemporaryPath, "manifest.json"), ResultsJson.Write(manifest));
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

    /// <summary>The signals of a chunk by turn, then by portfolio, then in their order, each as a portfolio and a row.</summary>
    private static IEnumerable<(int Portfolio, int Row)> InOrder(RunJournal journal) => journal.Portfolios
        .SelectMany((portfolio, index) => Enumerable.Range(0, portfolio.Signals.Count).Select(row => (Portfolio: index, Row: row)))
        .OrderBy(place => journal.Portfolios[place.Portfolio].Signals.Span[place.Row].Turn);

    private void Take(int portfolio, in SignalRecord signal, BarChunk chunk, SignalMeasurement measurement)
    {
        SignalPath? path = measurement.Take(signal, Begun(_run).Portfolios[portfolio], chunk);
        if (_tables is null)
            return;
        string indicators = _portfolios[portfolio].Indicators(signal.Signal.StrategyIndex, signal.FirstValue, signal.ValueCount);
        _tables.Add(_scopes[portfolio], signal, indicators, path);
    }

    private static T Begun<T>(T? value)
        where T : class => value ?? throw new InvalidOperationException("The run has not begun.");
}
