namespace Backtest.Benchmarks;

/// <summary>
/// Counts the bytes allocated over chunks that contain nothing but bars, once buffers have grown. It is called for each chunk on the thread of the run.
/// </summary>
internal sealed class AllocationMeter(long warmUp) : IRunRecorder
{
    /// <summary>Small enough that many chunks have no signal, order or fill.</summary>
    private const int ChunkBytes = 80 * 16;

    private long _last;
    private long _turns;

    /// <summary>The options of a run to measure.</summary>
    public RunOptions Options => new() { Recorder = this, ChunkBytes = ChunkBytes };

    /// <summary>The number of turns in the counted chunks.</summary>
    public long QuietTurns { get; private set; }

    /// <summary>The number of bytes allocated in them.</summary>
    public long QuietBytes { get; private set; }

    public void Begin(RunDescription run)
    {
    }

    public void Record(RunJournal journal)
    {
        long now = GC.GetAllocatedBytesForCurrentThread();
        _turns += journal.Total.Count;
        if (_turns > warmUp && IsQuiet(journal))
        {
            QuietTurns += journal.Total.Count;
            QuietBytes += now - _last;
        }

        _last = GC.GetAllocatedBytesForCurrentThread();
    }

    public void End(BacktestResult result)
    {
    }

    private static bool IsQuiet(RunJournal journal)
    {
        // What is settled after the last chunk has no turns.
        if (journal.Total.Count == 0)
            return false;
        foreach (PortfolioJournal portfolio in journal.Portfolios)
        {
            if (portfolio.Signals.Count + portfolio.Orders.Count + portfolio.Fills.Count > 0)
                return false;
        }

        return true;
    }
}
