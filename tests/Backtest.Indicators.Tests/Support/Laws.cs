namespace Backtest.Tests;

/// <summary>When the values of a stream and a batch count as equal.</summary>
internal static class Laws
{
    private const double Tolerance = 1e-10;

    // The rounding error that remains in the difference of two equal terms.
    private const double Rounding = 1e-13;

    public static void AssertClose(IndicatorCase indicator, Abstractions.Runtime.BarSeries bars, int row, double[] stream)
    {
        double[] expected = indicator.BatchAt(bars, row);
        double terms = indicator.DifferenceOf?.Invoke(bars, row, indicator.Period) ?? 0;
        Assert.Equal(expected.Length, stream.Length);
        for (int line = 0; line < expected.Length; line++)
        {
            bool isClose = Math.Abs(stream[line] - expected[line]) <= Tolerance * Math.Abs(expected[line]) + Rounding * terms;
            Assert.True(isClose, $"row {row}, line {line}: {stream[line]} instead of {expected[line]}");
        }
    }
}
