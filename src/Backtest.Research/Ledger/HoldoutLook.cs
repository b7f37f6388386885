namespace Backtest.Research;

/// <summary>A run on held-out days.</summary>
/// <param name="Family">The family whose holdout it is.</param>
/// <param name="Key">The key the run is counted by: see <see cref="TrialKey"/>. Repeating the run shows nothing new and is the same look.</param>
/// <param name="From">The first day held out.</param>
/// <param name="At">When the run ended, UTC.</param>
public sealed record HoldoutLook(string Family, string Key, DateOnly From, DateTime At);
