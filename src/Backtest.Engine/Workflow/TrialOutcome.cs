namespace Backtest.Engine;

/// <summary>What became of a run that was made together with others.</summary>
/// <param name="Result">What came of it; <see langword="null"/>: it was not made, because it is wrong or because all were canceled first.</param>
/// <param name="Errors">What is wrong with its configuration, its data or a plugin.</param>
public sealed record TrialOutcome(BacktestResult? Result, IReadOnlyList<InputError> Errors)
{
    /// <summary>That of a run that has not been made.</summary>
    internal static TrialOutcome None { get; } = new(null, []);
}
