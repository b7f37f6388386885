namespace Backtest.Benchmarks;

/// <summary>
/// Counts the bytes allocated over chunks in which nothing but bars happened, once buffers have grown. It hears of each chunk on the thread
/// of the run.
/// </summary>
internal sealed class AllocationMeter(long warmUp) : IRunRecorder
{
    /// <summary>Small enough that many chunks have no signal, order or fill.</summary>
    private const int ChunkBytes = 80 * 16;

    private long _last;
    private long _turns;

    /// <summary>The options of a run that is to be metered.</summary>
    public RunOptions Options => new() { Recorder = this, ChunkBytes = ChunkBytes };

    /// <summary>Turns of the chunks counted.</summary>
    public long QuietTurns { get; private set; }

    /// <summary>Bytes allocated in them.</summary>
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
