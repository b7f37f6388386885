namespace Backtest.Tests;

/// <summary>Figures of TA-Lib 0.6.0 on the same candles, at rows 100 and 19,999, to find definitions that the batch misreads as well.</summary>
public class TaLibFiguresTests
{
    // TA-Lib's on-balance volume starts with the volume of the first bar, ours at zero.
    private const double FirstVolume = 1139;

    private static readonly Dictionary<string, IndicatorSpec> Specifications = new()
    {
        ["NATR"] = Indicators.Natr(14),
        ["MFI"] = Indicators.Mfi(14),
        ["AD"] = Indicators.Ad(),
        ["OBV"] = Indicators.Obv(),
        ["CORREL of high and low"] = Indicators.Correlation(30, BarField.High, BarField.Low),
        ["CORREL of close and volume"] = Indicators.Correlation(30, BarField.Close, BarField.Volume),
        ["BETA of low to high"] = Indicators.Beta(5, BarField.Low, BarField.High),
    };

    public static TheoryData<string, double, double> Figures => new()
    {
        { "NATR", 0.866913069848786, 0.77231040761851 },
        { "MFI", 34.1430178669375, 65.1859888413598 },
        { "AD", 57596.9466386966, -5356367.054745 },
        { "OBV", 63140 - FirstVolume, -1736259 - FirstVolume },
        { "CORREL of high and low", 0.89767030348698, 0.970659597033794 },
        { "CORREL of close and volume", 0.228445724865992, 0.108804183746033 },
        { "BETA of low to high", 0.411494241641375, 0.802513780547107 },
    };

    [Theory, MemberData(nameof(Figures))]
    public void The_figure_is_TA_Libs(string name, double first, double last)
    {
        double[][] values = Probe.Of(Specifications[name]).Run(TaLibCandles.Bars);
        Assert.Equal(first, values[100][0], Tolerance(first));
        Assert.Equal(last, values[^1][0], Tolerance(last));
    }

    // Its running sums drift a little.
    private static double Tolerance(double figure) => 1e-8 * Math.Abs(figure);
}
