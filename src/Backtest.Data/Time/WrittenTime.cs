namespace Backtest.Data.Time;

/// <summary>A time as a file writes it.</summary>
/// <param name="Clock">The clock's time, in ticks.</param>
/// <param name="Offset">How far that clock is ahead of UTC, in ticks, if the text says so.</param>
/// <param name="HasOffset">Whether the text has an offset.</param>
internal readonly record struct WrittenTime(long Clock, long Offset = 0, bool HasOffset = false)
{
    /// <summary>The instant, UTC ticks, if <see cref="HasOffset"/>.</summary>
    public long Utc => Clock - Offset;

    /// <summary>Whether it is a date without a time, or midnight.</summary>
    public bool IsMidnight => Clock % TimeSpan.TicksPerDay == 0;
}
