namespace Backtest.Engine;

/// <summary>
/// Ends of turns at which a continuing run closes every position at the close and cancels every order: the rest of the run begins flat, with
/// indicators and strategies warm.
/// </summary>
/// <param name="times">The ends of the turns, UTC ticks, in order; a portfolio takes each of them.</param>
public sealed class FlatTimes(params IEnumerable<long> times)
{
    private readonly long[] _times = [.. times];

    /// <summary>No times.</summary>
    public static FlatTimes None { get; } = new();

    /// <summary>Whether a turn that ends at a given time is one of them.</summary>
    public bool Has(long end) => _times.Length > 0 && Array.BinarySearch(_times, end) >= 0;

    /// <summary>The first of these times at or after a given time; <see cref="long.MaxValue"/> if there is none.</summary>
    public long Next(long time)
    {
        int place = Array.BinarySearch(_times, time);
        place = place < 0 ? ~place : place;
        return place < _times.Length ? _times[place] : long.MaxValue;
    }
}
