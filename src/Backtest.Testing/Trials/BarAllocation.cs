namespace Backtest.Testing;

/// <summary>What a plugin allocated at one bar.</summary>
/// <param name="Time">The end of the bar, UTC ticks.</param>
/// <param name="Bytes">The number of bytes.</param>
/// <param name="HasDecided">Whether it decided something there.</param>
internal readonly record struct BarAllocation(long Time, long Bytes, bool HasDecided);
