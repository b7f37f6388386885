namespace Backtest.Benchmarks;

/// <summary>The result of merging: the same bars in the same order have the same result.</summary>
public record struct MergeOutcome
{
    private long _end;

    /// <summary>The number of bars.</summary>
    public long Bars { get; private set; }

    /// <summary>The number of distinct ends.</summary>
    public long Turns { get; private set; }

    /// <summary>A number that depends on every bar and on their order.</summary>
    public ulong Order { get; private set; }

    /// <summary>Adds the next bar.</summary>
    /// <param name="end">When it ended.</param>
    /// <param name="series">Its series.</param>
    /// <param name="row">Its row in the whole history.</param>
    public void Take(long end, int series, long row)
    {
        Bars++;
        if (end != _end)
            Turns++;
        _end = end;
        Order = (Order * 31) + ((ulong)row << 10) + (ulong)series;
    }
}
