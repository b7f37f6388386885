using Backtest.Engine;

namespace Backtest.Cli.Composition;

/// <summary>
/// Keeps a run from being written whose data is too short for a strategy on all its symbols: on the command line that is wrong input.
/// </summary>
internal sealed class NeverReadyGuard(IRunRecorder recorder) : IRunRecorder
{
    private const string Code = "never_ready_anywhere";

    /// <summary>Reports such a run as wrong input.</summary>
    /// <exception cref="InputException">A strategy's indicators were never ready on any of its symbols.</exception>
    public static void ThrowIfNeverReady(BacktestResult result, WorkflowConfig config)
    {
        if (IsNeverReady(result))
        {
            throw new InputException(
            [
                .. result.Warnings.Where(warning => warning.Code == Code).Select(warning =>
                    new InputError("never_ready", warning.Message) { Position = new SourcePosition(config.File), Fix = warning.Fix }),
            ]);
        }
    }

    /// <inheritdoc/>
    public void Begin(RunDescription run) => recorder.Begin(run);

    /// <inheritdoc/>
    public void Record(RunJournal journal) => recorder.Record(journal);

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        if (!IsNeverReady(result))
            recorder.End(result);
    }

    // An interrupted run may not have come to the bars that would have been enough.
    private static bool IsNeverReady(BacktestResult result) =>
        result.Status != RunStatus.Interrupted && result.Warnings.Any(warning => warning.Code == Code);
}
