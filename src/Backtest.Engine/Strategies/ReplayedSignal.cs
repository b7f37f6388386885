namespace Backtest.Engine;

/// <summary>A recorded signal as it is replayed in this run.</summary>
/// <param name="Moment">When it was emitted, in microseconds, which is the finest time that files keep.</param>
/// <param name="Instrument">The index of its instrument.</param>
/// <param name="Strength">Its strength in this run.</param>
/// <param name="Recorded">The signal as recorded.</param>
internal readonly record struct ReplayedSignal(long Moment, int Instrument, double Strength, StoredSignal Recorded)
{
    /// <summary>A time in microseconds.</summary>
    /// <param name="ticks">The time, in ticks.</param>
    public static long MomentOf(long ticks) => ticks / TimeSpan.TicksPerMicrosecond;
}
