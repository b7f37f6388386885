namespace Backtest.Research;

/// <summary>A run on days that were held out.</summary>
/// <param name="Family">The family whose holdout it is.</param>
/// <param name="Key">What the run counts by: see <see cref="TrialKey"/>. The same run again shows nothing new, and is the same look.</param>
/// <param name="From">The first day held out.</param>
/// <param name="At">When it was, UTC.</param>
public sealed record HoldoutLook(string Family, string Key, DateOnly From, DateTime At);
