namespace Backtest.Tests;

/// <summary>Scripts that act bar by bar.</summary>
public static class Plan
{
    /// <summary>Does nothing.</summary>
    public static readonly ScriptedStrategy.Script Idle = On();

    /// <summary>Acts on some bars, by their index.</summary>
    public static ScriptedStrategy.Script On(params (long Bar, Action<ISignals> Do)[] steps) =>
        (BarEvent bar, in Position position, ISignals signals) =>
        {
            foreach ((long index, Action<ISignals> act) in steps)
            {
                if (index == bar.Index)
                    act(signals);
            }
        };

    /// <summary>Buys on the first bar.</summary>
    public static ScriptedStrategy.Script BuyFirst { get; } = On((0, signals => signals.Enter(Direction.Long)));
}
