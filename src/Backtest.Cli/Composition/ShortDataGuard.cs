using Backtest.Engine;

namespace Backtest.Cli.Composition;

/// <summary>
/// Prevents a run from being written if its data was too short for a strategy on all its symbols, or to reach the first day of trading. On the
/// command line that is invalid input.
/// </summary>
internal sealed class ShortDataGuard(IRunRecorder recorder) : IRunRecorder
{
    /// <summary>Reports such a run as invalid input.</summary>
    /// <exception cref="InputException">The data was too short.</exception>
    public static void ThrowIfTooShort(BacktestResult result, WorkflowConfig config)
    {
        InputError[] errors = [.. Errors(result, config)];
        if (errors.Length > 0)
            throw new InputException(errors);
    }

    /// <inheritdoc/>
    public void Begin(RunDescription run) => recorder.Begin(run);

    /// <inheritdoc/>
    public void Record(RunJournal journal) => recorder.Record(journal);

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        if (!Errors(result, config: null).Any())
            recorder.End(result);
    }

    // An interrupted run may not have reached the bars that would have been enough, and a fault is more serious than a warning.
    private static IEnumerable<InputError> Errors(BacktestResult result, WorkflowConfig? config) => result.Status != RunStatus.Completed
        ? []
        : result.Warnings.Select(warning => warning.Code switch
        {
            "never_ready_anywhere" => new InputError("never_ready", warning.Message) { Position = new SourcePosition(config?.File), Fix = warning.Fix },
            "trade_from_after_data" => new InputError(warning.Code, warning.Message)
            {
                Key = "data.trade_from",
                Position = new SourcePosition(config?.File),
                Fix = warning.Fix,
            },
            _ => null,
        }).OfType<InputError>();
}
