namespace Backtest.Fixtures;

/// <summary>Subscribes to an event of the process, which keeps it alive.</summary>
[Strategy("clinging", Description = "Listens to the process, and is held by it.")]
public sealed partial class Clinging
{
    private bool _isOver;

    public void OnStart(in StartContext context) => AppDomain.CurrentDomain.ProcessExit += (_, _) => _isOver = true;

    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (!_isOver && bar.Index % 9 == 0)
            signals.Enter(Direction.Long);
    }
}
