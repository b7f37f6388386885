namespace Backtest.Engine;

/// <summary>The time a resampled bar takes.</summary>
/// <param name="Start">When it begins, UTC ticks.</param>
/// <param name="End">When it ends and the bar is known, UTC ticks.</param>
/// <param name="Day">The trading day it begins on, as a day number.</param>
internal readonly record struct Bucket(long Start, long End, int Day);
