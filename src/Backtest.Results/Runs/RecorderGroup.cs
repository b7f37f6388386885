using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Several recorders of one run.</summary>
/// <param name="recorders">The recorders, in the order they are called.</param>
public sealed class RecorderGroup(params IReadOnlyList<IRunRecorder> recorders) : IRunRecorder
{
    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        foreach (IRunRecorder recorder in recorders)
            recorder.Begin(run);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        foreach (IRunRecorder recorder in recorders)
            recorder.Record(journal);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        foreach (IRunRecorder recorder in recorders)
            recorder.End(result);
    }
}
