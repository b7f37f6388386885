namespace Backtest.Fixtures.Lean;

/// <summary>LEAN's <c>MarketOnCloseOrderRegressionAlgorithm</c>: buys on the close, with an order placed at a given time.</summary>
[Strategy("lean-on-close", Description = "LEAN's MarketOnCloseOrderRegressionAlgorithm.")]
public sealed partial class OnClose
{
    /// <summary>The day it orders on.</summary>
    [Parameter(Description = "The day it orders on.")]
    public required DateOnly Day { get; init; }

    /// <summary>The time of that day, in UTC.</summary>
    [Parameter(Description = "The time of that day, in UTC.")]
    public required TimeSpan Time { get; init; }

    /// <summary>Orders when the bar ends at that time.</summary>
    public void OnBar(BarEvent bar, ISignals signals)
    {
        if (DateOnly.FromDateTime(bar.End) == Day && bar.End.TimeOfDay == Time)
            signals.Enter(Direction.Long, new EntryTerms { Type = OrderType.MarketOnClose });
    }
}
