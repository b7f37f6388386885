namespace Backtest;

/// <summary>A trial to run.</summary>
/// <param name="Point">The values of the searched parameters.</param>
/// <param name="Share">The share of the data's time to run it on, from its beginning, in (0, 1]; below 1 the trial counts as pruned.</param>
public sealed record SearchProposal(SearchPoint Point, double Share = 1);
