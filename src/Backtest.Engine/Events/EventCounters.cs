namespace Backtest.Engine;

/// <summary>Numbers one portfolio's signals and orders, from 1.</summary>
internal sealed class EventCounters
{
    public int Signals { get; private set; }

    public int Orders { get; private set; }

    public int NextSignal() => ++Signals;

    public int NextOrder() => ++Orders;
}
