namespace Backtest.Engine;

/// <summary>The outcome of a run that was executed together with others.</summary>
/// <param name="Result">
/// The result; <see langword="null"/> if the run was not executed, because it is invalid or because all were canceled first.
/// </param>
/// <param name="Errors">The errors in its configuration, its data or a plugin.</param>
public sealed record TrialOutcome(BacktestResult? Result, IReadOnlyList<InputError> Errors)
{
    /// <summary>The outcome of a run that has not been executed.</summary>
    internal static TrialOutcome None { get; } = new(null, []);
}
