namespace Backtest.Fixtures.Lean;

/// <summary>
/// LEAN's <c>StopLimitOrderRegressionAlgorithm</c>: buys above the market with a stop-limit order once the fast average is above the slow one,
/// and sells below the market with another once it is not.
/// </summary>
[Strategy("lean-stop-limits", Description = "LEAN's StopLimitOrderRegressionAlgorithm.")]
public sealed partial class StopLimits
{
    private bool _hasBought;
    private bool _hasSold;

    [Indicator(nameof(FastAverage))]
    private partial double Fast { get; }

    [Indicator(nameof(SlowAverage))]
    private partial double Slow { get; }

    private static IndicatorSpec FastAverage => Indicators.Ema(30);

    private static IndicatorSpec SlowAverage => Indicators.Ema(60);

    /// <summary>Places each of the two orders once.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        bool isAbove = Fast > Slow * 1.001;
        if (!_hasBought && isAbove)
        {
            _hasBought = true;
            signals.Enter(Direction.Long, new EntryTerms { Stop = bar.High * 1.10, Limit = bar.High * 1.11 });
        }
        else if (!_hasSold && !position.IsFlat && !isAbove)
        {
            _hasSold = true;
            signals.Exit(new ExitTerms { Stop = bar.Low * 0.99, Limit = bar.Low * 0.98 });
        }
    }
}
