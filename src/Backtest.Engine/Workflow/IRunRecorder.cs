namespace Backtest.Engine;

/// <summary>Receives the events of a run, a chunk at a time. Rows are valid only during the call.</summary>
public interface IRunRecorder
{
    /// <summary>Called once, before the first chunk.</summary>
    void Begin(RunDescription run);

    /// <summary>Called after each chunk, and once more after the last with the rows added at the end of the run.</summary>
    void Record(RunJournal journal);

    /// <summary>Called once, after the last chunk, even if the run was interrupted or has faults.</summary>
    void End(BacktestResult result);
}
