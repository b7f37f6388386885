namespace Backtest;

public static partial class Indicators
{
    /// <summary>The change over <paramref name="period"/> values, in their unit: <see cref="Backtest.Momentum"/>.</summary>
    public static IndicatorSpec Momentum(int period = 10) =>
        IndicatorSpec.Series<Momentum, double>(() => new Momentum(period), period);

    /// <summary>The stochastic oscillator, from 0 to 100, of whole bars: <see cref="Backtest.Stochastic"/>.</summary>
    public static IndicatorSpec Stochastic(int period = 14, int smoothing = 3, int signal = 3) =>
        IndicatorSpec.Bars<Stochastic, StochasticValue>(() => new Stochastic(period, smoothing, signal), period, smoothing, signal);

    /// <summary>The fast stochastic oscillator: <see cref="Backtest.Stochastic"/> whose position is not smoothed.</summary>
    public static IndicatorSpec StochasticFast(int period = 14, int signal = 3) => Stochastic(period, 1, signal);

    /// <summary>The slow stochastic oscillator: <see cref="Backtest.Stochastic"/> whose position is smoothed over three bars.</summary>
    public static IndicatorSpec StochasticSlow(int period = 14, int signal = 3) => Stochastic(period, 3, signal);

    /// <summary>Where the relative strength index is in its range, from 0 to 100: <see cref="StochasticRsi"/>.</summary>
    public static IndicatorSpec StochRsi(int rsi = 14, int period = 14, int smoothing = 3, int signal = 3) =>
        IndicatorSpec.Series<StochasticRsi, StochasticValue>(
            () => new StochasticRsi(rsi, period, smoothing, signal), rsi, period, smoothing, signal)
            .ComposedAs(input => IndicatorSpec.Series<RangePosition, StochasticValue>(
                () => new RangePosition(period, smoothing, signal), period, smoothing, signal).Of(Rsi(rsi).Of(input)));

    /// <summary>A fast exponential average less a slow one, with its signal: <see cref="MovingAverageConvergenceDivergence"/>.</summary>
    public static IndicatorSpec Macd(int fast = 12, int slow = 26, int signal = 9) =>
        IndicatorSpec.Series<MovingAverageConvergenceDivergence, MacdValue>(
            () => new MovingAverageConvergenceDivergence(fast, slow, signal), fast, slow, signal)
            .ComposedAs(input => WithSignal(PriceOscillator(fast, slow).Of(input), signal));

    /// <summary>A fast exponential average over a slow one in percent, with its signal: <see cref="PercentagePriceOscillator"/>.</summary>
    public static IndicatorSpec Ppo(int fast = 12, int slow = 26, int signal = 9) =>
        IndicatorSpec.Series<PercentagePriceOscillator, MacdValue>(
            () => new PercentagePriceOscillator(fast, slow, signal), fast, slow, signal)
            .ComposedAs(input => WithSignal(Combined<PercentageAbove>.Of(Ema(fast).Of(input), Ema(slow).Of(input)), signal));

    /// <summary>A fast exponential average less a slow one: <see cref="Backtest.PriceOscillator"/>.</summary>
    public static IndicatorSpec PriceOscillator(int fast = 12, int slow = 26) =>
        IndicatorSpec.Series<PriceOscillator, double>(() => new PriceOscillator(fast, slow), fast, slow)
            .ComposedAs(input => Combined<Difference>.Of(Ema(fast).Of(input), Ema(slow).Of(input)));

    /// <summary>The commodity channel index, of whole bars: <see cref="CommodityChannelIndex"/>.</summary>
    public static IndicatorSpec Cci(int period = 20, MeanDeviation deviation = MeanDeviation.OfWindow) =>
        IndicatorSpec.Bars<CommodityChannelIndex, double>(() => new CommodityChannelIndex(period, deviation), period, (double)deviation);

    /// <summary>Williams %R, from −100 to 0, of whole bars: <see cref="WilliamsPercentRange"/>.</summary>
    public static IndicatorSpec WilliamsR(int period = 14) =>
        IndicatorSpec.Bars<WilliamsPercentRange, double>(() => new WilliamsPercentRange(period), period);

    /// <summary>The true strength index, from −100 to 100: <see cref="TrueStrengthIndex"/>.</summary>
    public static IndicatorSpec Tsi(int slow = 25, int fast = 13) =>
        IndicatorSpec.Series<TrueStrengthIndex, double>(() => new TrueStrengthIndex(slow, fast), slow, fast);

    /// <summary>The ultimate oscillator, from 0 to 100, of whole bars: <see cref="UltimateOscillator"/>.</summary>
    public static IndicatorSpec Ultimate(int shortest = 7, int middle = 14, int longest = 28) =>
        IndicatorSpec.Bars<UltimateOscillator, double>(() => new UltimateOscillator(shortest, middle, longest), shortest, middle, longest);

    /// <summary>The awesome oscillator, of whole bars: <see cref="AwesomeOscillator"/>.</summary>
    public static IndicatorSpec Awesome(int fast = 5, int slow = 34) =>
        IndicatorSpec.Bars<AwesomeOscillator, double>(() => new AwesomeOscillator(fast, slow), fast, slow)
            .ComposedAs(_ => Combined<Difference>.Of(Sma(fast).Of(MedianPrice()), Sma(slow).Of(MedianPrice())));

    /// <summary>The accelerator oscillator, of whole bars: <see cref="AcceleratorOscillator"/>.</summary>
    public static IndicatorSpec Accelerator(int fast = 5, int slow = 34, int signal = 5) =>
        IndicatorSpec.Bars<AcceleratorOscillator, double>(() => new AcceleratorOscillator(fast, slow, signal), fast, slow, signal)
            .ComposedAs(_ => Combined<Difference>.Of(Awesome(fast, slow), Sma(signal).Of(Awesome(fast, slow))));

    /// <summary>How lately the extremes were, from 0 to 100, of whole bars: <see cref="Backtest.Aroon"/>.</summary>
    public static IndicatorSpec Aroon(int period = 25) =>
        IndicatorSpec.Bars<Aroon, AroonValue>(() => new Aroon(period), period);

    /// <summary>The change of a triply smoothed average, in percent: <see cref="Backtest.Trix"/>.</summary>
    public static IndicatorSpec Trix(int period = 15) =>
        IndicatorSpec.Series<Trix, double>(() => new Trix(period), period)
            .ComposedAs(input => IndicatorSpec.Series<PercentageChange, double>(() => new PercentageChange())
                .Of(Ema(period).Of(Ema(period).Of(Ema(period).Of(input)))));

    /// <summary>Four smoothed rates of change, with their signal: <see cref="KnowSureThing"/>.</summary>
    public static IndicatorSpec Kst(
        int changeFirst = 10, int changeSecond = 15, int changeThird = 20, int changeFourth = 30,
        int meanFirst = 10, int meanSecond = 10, int meanThird = 10, int meanFourth = 15, int signal = 9) =>
        IndicatorSpec.Series<KnowSureThing, KnowSureThingValue>(
            () => new KnowSureThing(
                changeFirst, changeSecond, changeThird, changeFourth, meanFirst, meanSecond, meanThird, meanFourth, signal),
            changeFirst, changeSecond, changeThird, changeFourth, meanFirst, meanSecond, meanThird, meanFourth, signal);

    /// <summary>The detrended price oscillator: <see cref="DetrendedPriceOscillator"/>.</summary>
    /// <param name="period">Period of the mean.</param>
    /// <param name="displacement">How many bars ago the mean is read; by default half the period and one.</param>
    public static IndicatorSpec Dpo(int period = 20, int? displacement = null)
    {
        int bars = displacement ?? period / 2 + 1;
        return IndicatorSpec.Series<DetrendedPriceOscillator, double>(() => new DetrendedPriceOscillator(period, bars), period, bars);
    }

    /// <summary>The relative momentum index, from 0 to 100: <see cref="RelativeMomentumIndex"/>.</summary>
    public static IndicatorSpec Rmi(int period = 20, int lookback = 5) =>
        IndicatorSpec.Series<RelativeMomentumIndex, double>(() => new RelativeMomentumIndex(period, lookback), period, lookback);

    /// <summary>
    /// The distance of the close from its mean in average true ranges, of whole bars: <see cref="PrettyGoodOscillator"/>.
    /// </summary>
    public static IndicatorSpec Pgo(int period = 14) =>
        IndicatorSpec.Bars<PrettyGoodOscillator, double>(() => new PrettyGoodOscillator(period), period);

    /// <summary>The Chande momentum oscillator, from −100 to 100: <see cref="ChandeMomentumOscillator"/>.</summary>
    public static IndicatorSpec Cmo(int period = 14) =>
        IndicatorSpec.Series<ChandeMomentumOscillator, double>(() => new ChandeMomentumOscillator(period), period);

    /// <summary>The Coppock curve: <see cref="CoppockCurve"/>.</summary>
    public static IndicatorSpec Coppock(int shorter = 11, int longer = 14, int smoothing = 10) =>
        IndicatorSpec.Series<CoppockCurve, double>(() => new CoppockCurve(shorter, longer, smoothing), shorter, longer, smoothing);

    /// <summary>The rank of closes over their median prices in percent, of whole bars: <see cref="VaradiOscillator"/>.</summary>
    public static IndicatorSpec Dv2(int rank = 252, int averaging = 2) =>
        IndicatorSpec.Bars<VaradiOscillator, double>(() => new VaradiOscillator(rank, averaging), rank, averaging);

    /// <summary>How far high and low are from the average of closes, of whole bars: <see cref="Backtest.ElderRay"/>.</summary>
    public static IndicatorSpec ElderRay(int period = 13) =>
        IndicatorSpec.Bars<ElderRay, ElderRayValue>(() => new ElderRay(period), period);

    /// <summary>The way from open to close as a share of the range, of whole bars: <see cref="Backtest.BalanceOfPower"/>.</summary>
    public static IndicatorSpec BalanceOfPower() =>
        IndicatorSpec.Bars<BalanceOfPower, double>(() => new BalanceOfPower());

    private static IndicatorSpec WithSignal(IndicatorSpec line, int signal) =>
        IndicatorSpec.Pair<SignalDistance, MacdValue>(() => new SignalDistance(), line, Ema(signal).Of(line));
}
