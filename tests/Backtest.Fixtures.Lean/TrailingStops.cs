namespace Backtest.Fixtures.Lean;

/// <summary>LEAN's <c>TrailingStopOrderRegressionAlgorithm</c>: a trailing stop to buy at the first bar, and one to sell once it has filled.</summary>
[Strategy("lean-trailing-stops", Description = "LEAN's TrailingStopOrderRegressionAlgorithm.")]
public sealed partial class TrailingStops
{
    private bool _hasSold;

    /// <summary>Places each of the two orders once.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (bar.Index == 0)
        {
            signals.Enter(Direction.Long, new EntryTerms { Trail = 2 });
        }
        else if (!_hasSold && !position.IsFlat)
        {
            _hasSold = true;
            signals.Exit(new ExitTerms { Trail = 0.5 });
        }
    }
}
