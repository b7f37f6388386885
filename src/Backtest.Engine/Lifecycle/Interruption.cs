namespace Backtest.Engine;

/// <summary>
/// Distinguishes the interruption of a run from an exception of the same type that a plugin throws for other reasons, such as a request that timed
/// out. Only the run's own token interrupts a run.
/// </summary>
internal static class Interruption
{
    /// <summary>Whether an exception means that the run was interrupted; threads may have wrapped it.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="cancellation">The run's own token.</param>
    public static bool Is(Exception exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested && IsCanceled(exception);

    private static bool IsCanceled(Exception exception) => exception is OperationCanceledException
        || (exception is AggregateException { InnerExceptions.Count: > 0 } many && many.InnerExceptions.All(IsCanceled));
}
