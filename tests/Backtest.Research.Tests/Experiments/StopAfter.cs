using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>Interrupts an experiment, or its current part, once this many trials have ended.</summary>
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
