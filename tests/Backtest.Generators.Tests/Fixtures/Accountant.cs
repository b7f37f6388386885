namespace Backtest.Tests;

/// <summary>A strategy that depends on its last trade and trails its stop by average true ranges.</summary>
[Strategy("accountant", ReadsTrades = true, RangePeriod = 14)]
public sealed partial class Accountant
{
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (signals.Trades is not [.., { Profit: < 0 }])
            signals.Enter(Direction.Long, new EntryTerms { TrailingStopRanges = 3 });
    }
}
