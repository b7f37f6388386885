namespace Backtest.Fixtures.Lean;

/// <summary>LEAN's <c>MACDTrendAlgorithm</c>: long while the difference of two averages exceeds its own average by a share of the faster one.</summary>
[Strategy("lean-trend", Description = "LEAN's MACDTrendAlgorithm.")]
public sealed partial class Trend
{
    private const double Tolerance = 0.0025;

    [Indicator(nameof(Difference))]
    private partial MacdValue Macd { get; }

    [Indicator(nameof(FastAverage))]
    private partial double Fast { get; }

    private static IndicatorSpec Difference => Indicators.Macd(12, 26, 9);

    private static IndicatorSpec FastAverage => Indicators.Ema(12);

    /// <summary>Checks the trend once per bar.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        double distance = (Macd.Macd - Macd.Signal) / Fast;
        if (position.IsFlat && distance > Tolerance)
            signals.Enter(Direction.Long);
        else if (!position.IsFlat && distance < -Tolerance)
            signals.Exit();
    }
}
