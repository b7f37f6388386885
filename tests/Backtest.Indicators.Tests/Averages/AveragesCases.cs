namespace Backtest.Tests;

/// <summary>The averages that the laws are tested on.</summary>
internal static class AveragesCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = Indicators.Sma, Batch = Batch.Mean, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Ema, Batch = Batch.Exponential, FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Wilder, Batch = Batch.Wilder, FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Wma, Batch = Batch.WeightedMean, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Dema, Batch = Batch.DoubleExponential, FirstDefined = period => 2 * period - 2, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Tema, Batch = Batch.TripleExponential, FirstDefined = period => 3 * period - 3, AtRest = price => [price],
        },
        new()
        {
            Specify = period => Indicators.T3(period, 0.7), Batch = Batch.Tillson, FirstDefined = period => 6 * period - 6,
            AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.Hma, Batch = Batch.Hull, FirstDefined = period => period + (int)Math.Sqrt(period) - 2,
            AtRest = price => [price], IsWindowed = true, Memory = period => 2 * period, LeastPeriod = 2,
        },
        new()
        {
            Specify = Indicators.Trima, Batch = Batch.Triangular, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Zlema, Batch = Batch.ZeroLag, FirstDefined = period => period - 1 + (period - 1) / 2,
            AtRest = price => [price], LeastPeriod = 3,
        },
        new()
        {
            Specify = period => Indicators.ErrorCorrecting(period, 50), Batch = Batch.ErrorCorrecting,
            FirstDefined = period => period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = period => Indicators.Kama(period), Batch = Batch.Kaufman, FirstDefined = period => period,
            AtRest = price => [price],
        },
        new()
        {
            Specify = period => Indicators.Vidya(period, 9), Batch = Batch.VariableIndex, FirstDefined = _ => 9, AtRest = price => [price],
        },
        new()
        {
            Specify = period => Indicators.Frama(2 * period), Batch = (bars, row, period) => Batch.FractalAdaptive(bars, row, 2 * period),
            FirstDefined = period => 2 * period - 1, AtRest = price => [price],
        },
        new()
        {
            Specify = Indicators.McGinley, Batch = Batch.McGinley, FirstDefined = period => period - 1, AtRest = price => [price],
            LeastPeriod = 2, LosesJumps = "its step grows with the fourth power of a fall, beyond all numbers where that is so deep",
        },
        new()
        {
            Specify = period => Indicators.Alma(period), Batch = Batch.ArnaudLegoux, FirstDefined = period => period - 1,
            AtRest = price => [price], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Vwma, Batch = Batch.VolumeWeighted, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
    ];
}
