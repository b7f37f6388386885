namespace Backtest;

public static partial class Indicators
{
    /// <summary>The period of the dominant cycle in bars, from 6 to 50: <see cref="Backtest.DominantCycle"/>.</summary>
    public static IndicatorSpec DominantCycle() =>
        IndicatorSpec.Series<DominantCycle, double>(() => new DominantCycle());

    /// <summary>The Fisher transform of the position in the last range: <see cref="FisherTransform"/>.</summary>
    public static IndicatorSpec Fisher(int period = 10) =>
        IndicatorSpec.Series<FisherTransform, double>(() => new FisherTransform(period), period);

    /// <summary>The Laguerre filter: <see cref="LaguerreFilter"/>.</summary>
    public static IndicatorSpec Laguerre(double damping = 0.8) =>
        IndicatorSpec.Series<LaguerreFilter, double>(() => new LaguerreFilter(damping), damping);

    /// <summary>The Laguerre relative strength index, from 0 to 1: <see cref="Backtest.LaguerreRsi"/>.</summary>
    public static IndicatorSpec LaguerreRsi(double damping = 0.5) =>
        IndicatorSpec.Series<LaguerreRsi, double>(() => new LaguerreRsi(damping), damping);

    /// <summary>The values without cycles shorter than a period: <see cref="Backtest.SuperSmoother"/>.</summary>
    public static IndicatorSpec SuperSmoother(int period = 10) =>
        IndicatorSpec.Series<SuperSmoother, double>(() => new SuperSmoother(period), period);

    /// <summary>The cycles between two periods: <see cref="RoofingFilter"/>.</summary>
    public static IndicatorSpec Roofing(int longest = 48, int shortest = 10) =>
        IndicatorSpec.Series<RoofingFilter, double>(() => new RoofingFilter(longest, shortest), longest, shortest);
}
