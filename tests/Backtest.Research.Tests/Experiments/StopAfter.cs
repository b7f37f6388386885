using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>Interrupts an experiment, or the part of it that is under way, once so many trials have ended.</summary>
internal sealed class StopAfter(CancellationTokenSource stop, int trials) : IProgress<ExperimentProgress>
{
    private int _most;

    public void Report(ExperimentProgress value)
    {
        _most = Math.Max(_most, value.Done);
        if (_most >= trials && value.Done < value.Planned)
            stop.Cancel();
    }
}
