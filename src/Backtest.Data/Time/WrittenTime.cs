namespace Backtest.Data.Time;

/// <summary>A time as a file writes it.</summary>
/// <param name="Clock">What the clock shows, in ticks.</param>
/// <param name="Offset">How far that clock is ahead of UTC, in ticks, where the text says so.</param>
/// <param name="HasOffset">Whether it does.</param>
internal readonly record struct WrittenTime(long Clock, long Offset = 0, bool HasOffset = false)
{
    /// <summary>The instant, UTC ticks, where <see cref="HasOffset"/>.</summary>
    public long Utc => Clock - Offset;

    /// <summary>Whether it is a date alone, or a midnight.</summary>
    public bool IsMidnight => Clock % TimeSpan.TicksPerDay == 0;
}
