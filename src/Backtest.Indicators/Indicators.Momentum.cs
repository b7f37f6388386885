namespace Backtest;

public static partial class Indicators
{
    /// <summary>The Chande momentum oscillator, from −100 to 100: <see cref="ChandeMomentumOscillator"/>.</summary>
    public static IndicatorSpec Cmo(int period) =>
        IndicatorSpec.Series<ChandeMomentumOscillator, double>(() => new ChandeMomentumOscillator(period), period);
}
