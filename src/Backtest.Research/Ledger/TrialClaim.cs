namespace Backtest.Research;

/// <summary>A trial to be run.</summary>
/// <param name="Number">Its number in the experiment, from 0.</param>
/// <param name="Key">The key it is counted by: see <see cref="TrialKey"/>.</param>
public readonly record struct TrialClaim(int Number, string Key);
