using System.Runtime.ExceptionServices;

namespace Backtest.Engine;

/// <summary>
/// Streams the bars of a pass through its trials, chunk by chunk, until the last bar, until faults have stopped all trials, or until canceled.
/// </summary>
internal sealed class PassStream(DataPass pass, IProgress<RunProgress>? progress, IRunLog? log, TradingYears years)
{
    /// <summary>Measures the stages of a single trial; <see langword="null"/> if they are not measured.</summary>
    public StageClock? Stages { get; init; }

    /// <summary>Executes the pass; afterward every trial has its result.</summary>
    public void Run(CancellationToken cancellation)
    {
        foreach (Trial trial in pass.Trials)
            trial.Begin();
        bool isReadToItsEnd = false;
        bool isInterrupted = false;
        try
        {
            isReadToItsEnd = Stream(log ?? SilentLog.Instance, cancellation);
        }
        catch (Exception exception) when (Interruption.Is(exception, cancellation))
        {
            isInterrupted = true;
        }
        catch (AggregateException exception)
        {
            // Exceptions of recorders are rethrown unwrapped, whether one thread or several are used.
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }

        foreach (Trial trial in pass.Trials)
            trial.End(isInterrupted, isReadToItsEnd);
        pass.Stop();
    }

    /// <summary>Streams the bars.</summary>
    /// <returns>Whether the last bar was processed.</returns>
    private bool Stream(IRunLog listener, CancellationToken cancellation)
    {
        pass.Start(new RunStart(Seed: 0, years, listener, cancellation)); // each run has a seed of its own
        DataStreamer streamer = pass.Streamer;
        long bars = 0;
        while (!AreStopped())
        {
            if (!streamer.MoveNext())
                return true;
            Stages?.End(StageClock.Stage.Reading);
            cancellation.ThrowIfCancellationRequested();
            BarChunk chunk = streamer.Chunk;
            pass.OnBars(chunk);
            bars += chunk.BarCount;
            progress?.Report(new RunProgress(bars, streamer.TotalBars ?? 0, new DateTime(chunk.End(chunk.TurnCount - 1), DateTimeKind.Utc)));
        }

        return false;
    }

    /// <summary>Ends the trials that a fault stops.</summary>
    /// <returns>Whether all trials have ended.</returns>
    private bool AreStopped()
    {
        bool areAll = true;
        foreach (Trial trial in pass.Trials)
        {
            if (trial.MustStop)
                trial.End(isInterrupted: false, isReadToItsEnd: false);
            areAll &= trial.Result is not null;
        }

        return areAll;
    }
}
