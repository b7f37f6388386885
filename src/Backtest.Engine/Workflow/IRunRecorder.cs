namespace Backtest.Engine;

/// <summary>Takes what happens in a run, a chunk at a time. Rows handed over are only valid during the call.</summary>
public interface IRunRecorder
{
    /// <summary>Once, before the first chunk.</summary>
    void Begin(RunDescription run);

    /// <summary>After each chunk, and once more after the last with what was settled at the end.</summary>
    void Record(RunJournal journal);

    /// <summary>Once, after the last chunk, also of a run that was interrupted or has faults.</summary>
    void End(BacktestResult result);
}
