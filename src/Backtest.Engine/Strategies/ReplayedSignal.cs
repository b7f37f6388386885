namespace Backtest.Engine;

/// <summary>A recorded signal in its place in this run.</summary>
/// <param name="Moment">When it was given, in microseconds: files may hold no finer time.</param>
/// <param name="Instrument">The index of its instrument.</param>
/// <param name="Strength">Its strength here.</param>
/// <param name="Recorded">The signal as recorded.</param>
internal readonly record struct ReplayedSignal(long Moment, int Instrument, double Strength, StoredSignal Recorded)
{
    /// <summary>A time in microseconds.</summary>
    /// <param name="ticks">The time, in ticks.</param>
    public static long MomentOf(long ticks) => ticks / TimeSpan.TicksPerMicrosecond;
}
