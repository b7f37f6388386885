namespace Backtest.Engine;

/// <summary>One run of a pass, with the receivers of its results. It is independent of the other runs of the pass.</summary>
[Reads<ClassifierRunner>]
[Reads<IndicatorHub>]
public sealed class Trial
{
    private readonly BarChunk _chunk;
    private readonly RunReport _report;
    private readonly RunJournal _journal;
    private StreamProgress _progress;

    /// <param name="run">The tree of the run.</param>
    /// <param name="chunk">The current chunk, as the run sees it.</param>
    internal Trial(BacktestContainer run, BarChunk chunk)
    {
        Run = run;
        _chunk = chunk;
        _report = new RunReport(run);
        _journal = _report.Journal() with { Chunk = chunk };
    }

    /// <summary>The tree of the run.</summary>
    internal BacktestContainer Run { get; }

    /// <summary>Receives the events of the run; <see langword="null"/> if only the result is wanted.</summary>
    internal IRunRecorder? Recorder { get; set; }

    /// <summary>Measures the stages of the run; <see langword="null"/> if they are not measured.</summary>
    internal StageClock? Stages { get; set; }

    /// <summary>The result; <see langword="null"/> until the run has ended.</summary>
    internal BacktestResult? Result { get; private set; }

    /// <summary>Whether a fault ends the run now.</summary>
    internal bool MustStop => Result is null && Run.Config.Execution.StopsOnFault && _report.Faults().Any();

    /// <summary>Describes the run to the recorder.</summary>
    internal void Begin() => Recorder?.Begin(_report.Describe());

    /// <summary>Takes a chunk whose indicators are computed and whose regimes are known, and records it.</summary>
    public void OnIndicators(in IndicatorsReady indicators)
    {
        if (Result is not null)
            return;
        Stages?.End(StageClock.Stage.Indicators);
        Run.OnBars(_chunk);
        Stages?.End(StageClock.Stage.Trading);
        _progress = _progress with { Bars = _progress.Bars + _chunk.BarCount, Turns = _progress.Turns + _chunk.TurnCount };
        Recorder?.Record(_journal);
        _journal.Clear();
        Stages?.End(StageClock.Stage.Recording);
    }

    /// <summary>Ends the run: records what is still open, and creates the result.</summary>
    /// <param name="isInterrupted">Whether it was canceled; its events in the current chunk are then not recorded.</param>
    /// <param name="isReadToItsEnd">Whether the last bar was processed.</param>
    internal void End(bool isInterrupted, bool isReadToItsEnd)
    {
        if (Result is not null)
            return;
        _journal.Clear();
        Run.Stop();
        Recorder?.Record(_report.LastJournal());
        _journal.Clear();
        Stages?.End(StageClock.Stage.Recording);
        Result = _report.Result(_progress with { IsInterrupted = isInterrupted, IsReadToItsEnd = isReadToItsEnd }) with { Stages = Stages?.Times };
        Recorder?.End(Result);
    }
}
