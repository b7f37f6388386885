namespace Backtest.Tests;

/// <summary>The price transforms that the laws are tested on.</summary>
internal static class PriceTransformsCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = _ => Indicators.MedianPrice(), Batch = Batch.MedianPrice, AtRest = price => [price], IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.WeightedClose(), Batch = Batch.WeightedClose, AtRest = price => [price], IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.AveragePrice(), Batch = Batch.AveragePrice, AtRest = price => [price], IsWindowed = true,
        },
        new()
        {
            Specify = _ => Indicators.HeikinAshi(), Batch = Batch.HeikinAshi, AtRest = price => [price, price, price, price],
        },
        new()
        {
            Specify = period => Indicators.Renko(period), Batch = Batch.Renko, AtRest = price => [price, 0, 0],
            DifferenceOf = (bars, _, _) => bars.Close[0],
        },
        new()
        {
            Specify = _ => Indicators.Pivots(), Batch = Batch.Pivots,
            AtRest = price => [price, price, price, price, price, price, price], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Fractals, Batch = Batch.Fractals, AtRest = _ => [double.NaN, double.NaN, double.NaN, double.NaN],
            FirstDefinedByPrices = "it has no value before there was a fractal of each kind",
        },
        new()
        {
            Specify = period => Indicators.ZigZag(period / 200.0),
            Batch = (bars, row, period) => Batch.ZigZag(bars, row, period / 200.0),
            AtRest = _ => [double.NaN, double.NaN, double.NaN, double.NaN],
            FirstDefinedByPrices = "it has no value before the first turning point is confirmed",
        },
    ];
}
