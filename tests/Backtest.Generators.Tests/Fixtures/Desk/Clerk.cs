namespace Backtest.Tests.Desk;

/// <summary>Enters, while flat, on every bar on which its members signaled, and exits on the next bar.</summary>
public sealed class Clerk(List<string> log, double strength)
{
    private bool _isAsked;

    public void OnSignal(in SignalEvent signal)
    {
        _isAsked = true;
        log.Add($"signal of {signal.StrategyIndex}");
    }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        log.Add($"decides at {bar.Close}");
        if (position.IsFlat && _isAsked)
            signals.Enter(Direction.Long, new EntryTerms { Strength = strength });
        else if (position.IsLong)
            signals.Exit();
        _isAsked = false;
    }
}
