namespace Backtest.Engine;

/// <summary>
/// Tells the interruption of a run from an exception of the same type that a plugin throws for reasons of its own: a request that timed out,
/// say. Only the run's own token interrupts.
/// </summary>
internal static class Interruption
{
    /// <summary>Whether an exception says that the run was interrupted; threads may have wrapped it.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cancellation">The run's own token.</param>
    public static bool Is(Exception exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested && IsCanceled(exception);

    private static bool IsCanceled(Exception exception) => exception is OperationCanceledException
        || (exception is AggregateException { InnerExceptions.Count: > 0 } many && many.InnerExceptions.All(IsCanceled));
}
