namespace Backtest;

/// <summary>A trial that has ended.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Proposal">What was tried.</param>
/// <param name="Losses">One for each objective; lower is better. Positive infinity if the trial faulted or has no such figure.</param>
public sealed record SearchTrial(int Number, SearchProposal Proposal, IReadOnlyList<double> Losses);
