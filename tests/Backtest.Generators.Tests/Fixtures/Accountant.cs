namespace Backtest.Tests;

/// <summary>A strategy that goes by its last trade.</summary>
[Strategy("accountant", ReadsTrades = true)]
public sealed partial class Accountant
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (signals.Trades is not [.., { Profit: < 0 }])
            signals.Enter(Direction.Long);
    }
}
