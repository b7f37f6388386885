namespace Backtest;

public static partial class Indicators
{
    /// <summary>Halfway between high and low, of whole bars: <see cref="Backtest.MedianPrice"/>.</summary>
    public static IndicatorSpec MedianPrice() =>
        IndicatorSpec.Bars<MedianPrice, double>(() => new MedianPrice());

    /// <summary>The mean of high, low and twice the close, of whole bars: <see cref="Backtest.WeightedClose"/>.</summary>
    public static IndicatorSpec WeightedClose() =>
        IndicatorSpec.Bars<WeightedClose, double>(() => new WeightedClose());

    /// <summary>The mean of the four prices, of whole bars: <see cref="Backtest.AveragePrice"/>.</summary>
    public static IndicatorSpec AveragePrice() =>
        IndicatorSpec.Bars<AveragePrice, double>(() => new AveragePrice());

    /// <summary>Smoothed candles, of whole bars: <see cref="Backtest.HeikinAshi"/>.</summary>
    public static IndicatorSpec HeikinAshi() =>
        IndicatorSpec.Bars<HeikinAshi, HeikinAshiValue>(() => new HeikinAshi());

    /// <summary>Bricks of one size, in the unit of the values: <see cref="Backtest.Renko"/>.</summary>
    public static IndicatorSpec Renko(double size = 1) =>
        IndicatorSpec.Series<Renko, RenkoValue>(() => new Renko(size), size);

    /// <summary>Levels for the next bar, of whole bars: <see cref="PivotPoints"/>.</summary>
    public static IndicatorSpec Pivots() =>
        IndicatorSpec.Bars<PivotPoints, PivotValue>(() => new PivotPoints());

    /// <summary>Highs and lows among their neighbors, of whole bars: <see cref="Backtest.Fractals"/>.</summary>
    public static IndicatorSpec Fractals(int wing = 2) =>
        IndicatorSpec.Bars<Fractals, FractalValue>(() => new Fractals(wing), wing);

    /// <summary>Confirmed turning points, by a fraction: <see cref="Backtest.ZigZag"/>.</summary>
    public static IndicatorSpec ZigZag(double reversal = 0.05) =>
        IndicatorSpec.Series<ZigZag, ZigZagValue>(() => new ZigZag(reversal), reversal);
}
