namespace Backtest.Tests;

/// <summary>A clock that advances a second and a half on each reading.</summary>
internal sealed class FixedClock : TimeProvider
{
    private long _asked;

    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override long TimestampFrequency => 2;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => 3 * _asked++;
}
