namespace Backtest;

public static partial class Indicators
{
    /// <summary>Volumes added on rises and subtracted on falls, of whole bars: <see cref="OnBalanceVolume"/>.</summary>
    public static IndicatorSpec Obv() => IndicatorSpec.Bars<OnBalanceVolume, double>(() => new OnBalanceVolume());

    /// <summary>The running total of volume × change, of whole bars: <see cref="PriceVolumeTrend"/>.</summary>
    public static IndicatorSpec Pvt() => IndicatorSpec.Bars<PriceVolumeTrend, double>(() => new PriceVolumeTrend());

    /// <summary>The accumulation/distribution line, of whole bars: <see cref="AccumulationDistribution"/>.</summary>
    public static IndicatorSpec Ad() => IndicatorSpec.Bars<AccumulationDistribution, double>(() => new AccumulationDistribution());

    /// <summary>Williams's accumulation/distribution, of whole bars: <see cref="WilliamsAccumulationDistribution"/>.</summary>
    public static IndicatorSpec WilliamsAd() =>
        IndicatorSpec.Bars<WilliamsAccumulationDistribution, double>(() => new WilliamsAccumulationDistribution());

    /// <summary>Averages of the accumulation/distribution line, fast less slow: <see cref="Backtest.ChaikinOscillator"/>.</summary>
    public static IndicatorSpec ChaikinOscillator(int fast = 3, int slow = 10) =>
        IndicatorSpec.Bars<ChaikinOscillator, double>(() => new ChaikinOscillator(fast, slow), fast, slow)
            .ComposedAs(_ => Combined<Difference>.Of(Ema(fast).Of(Ad()), Ema(slow).Of(Ad())));

    /// <summary>Money flow over volume, from −1 to 1, of whole bars: <see cref="ChaikinMoneyFlow"/>.</summary>
    public static IndicatorSpec Cmf(int period = 20) =>
        IndicatorSpec.Bars<ChaikinMoneyFlow, double>(() => new ChaikinMoneyFlow(period), period);

    /// <summary>The money flow index, from 0 to 100, of whole bars: <see cref="MoneyFlowIndex"/>.</summary>
    public static IndicatorSpec Mfi(int period = 14) =>
        IndicatorSpec.Bars<MoneyFlowIndex, double>(() => new MoneyFlowIndex(period), period);

    /// <summary>The volume-weighted average price of the trading day, of whole bars: <see cref="VolumeWeightedAveragePrice"/>.</summary>
    public static IndicatorSpec Vwap() => IndicatorSpec.Bars<VolumeWeightedAveragePrice, double>(() => new VolumeWeightedAveragePrice());

    /// <summary>The exponential average of change × volume, of whole bars: <see cref="Backtest.ForceIndex"/>.</summary>
    public static IndicatorSpec ForceIndex(int period = 13) =>
        IndicatorSpec.Bars<ForceIndex, double>(() => new ForceIndex(period), period);

    /// <summary>The mean movement for the volume, of whole bars: <see cref="Backtest.EaseOfMovement"/>.</summary>
    public static IndicatorSpec EaseOfMovement(int period = 14, double volumeScale = 1e8) =>
        IndicatorSpec.Bars<EaseOfMovement, double>(() => new EaseOfMovement(period, volumeScale), period, volumeScale);

    /// <summary>The percentage by which the fast mean volume is above the slow one: <see cref="Backtest.VolumeOscillator"/>.</summary>
    public static IndicatorSpec VolumeOscillator(int fast = 14, int slow = 28) =>
        IndicatorSpec.Bars<VolumeOscillator, double>(() => new VolumeOscillator(fast, slow), fast, slow)
            .ComposedAs(_ => Combined<PercentageAboveOrLevel>.Of(Sma(fast).From(BarField.Volume), Sma(slow).From(BarField.Volume)));

    /// <summary>The close on bars of lower volume, of whole bars: <see cref="NegativeVolumeIndex"/>.</summary>
    public static IndicatorSpec Nvi() => IndicatorSpec.Bars<NegativeVolumeIndex, double>(() => new NegativeVolumeIndex());

    /// <summary>The close on bars of higher volume, of whole bars: <see cref="PositiveVolumeIndex"/>.</summary>
    public static IndicatorSpec Pvi() => IndicatorSpec.Bars<PositiveVolumeIndex, double>(() => new PositiveVolumeIndex());
}
