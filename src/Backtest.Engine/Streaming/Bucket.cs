namespace Backtest.Engine;

/// <summary>The period of a resampled bar.</summary>
/// <param name="Start">The start, UTC ticks.</param>
/// <param name="End">The end, at which the bar is known, UTC ticks.</param>
/// <param name="Day">The trading day of the start, as a day number.</param>
internal readonly record struct Bucket(long Start, long End, int Day);
