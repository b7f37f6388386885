namespace Backtest.Benchmarks;

/// <summary>What merging came to: the same bars in the same order come to the same.</summary>
public record struct MergeOutcome
{
    private long _end;

    /// <summary>How many bars there were.</summary>
    public long Bars { get; private set; }

    /// <summary>How many different ends they had.</summary>
    public long Turns { get; private set; }

    /// <summary>A number that depends on every bar and on their order.</summary>
    public ulong Order { get; private set; }

    /// <summary>Takes the next bar.</summary>
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
