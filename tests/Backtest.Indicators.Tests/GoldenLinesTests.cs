namespace Backtest.Tests;

/// <summary>Lines computed by another library on 255 daily bars, with the same conventions.</summary>
public class GoldenLinesTests
{
    private const double Tolerance = 1e-9;

    // Lines that start at a different row here: all lines of an indicator start together, at the row of its last one.
    private static readonly Dictionary<string, int> Begins = new()
    {
        ["dm.plusDI"] = 27,
        ["dm.minusDI"] = 27,
        ["heikinashi.ha_high"] = 0,
        ["heikinashi.ha_low"] = 0,
        ["ichimoku.tenkan_sen"] = 77,
        ["ichimoku.kijun_sen"] = 77,
        ["ichimoku.senkou_span_a"] = 77,
        ["ichimoku.chikou_span"] = 77 - 26,
        ["kst.kst"] = 47,
        ["macdhisto.macd"] = 33,
        ["ppo.ppo"] = 33,
        ["pposhort.ppo"] = 33,
        ["stochastic.percK"] = 17,
        ["stochasticfull.percK"] = 15,
    };

    // The last rows have no close to draw back, and the last row of the table repeats another one.
    private static readonly Dictionary<string, int> Ends = new() { ["ichimoku.chikou_span"] = 255 - 26 };

    public static TheoryData<string> Names => [.. GoldenLines.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_bar_of_the_line_is_reproduced(string name)
    {
        double[] expected = Goldens.IndicatorLine(name);
        double[] actual = GoldenLines.All[name](Goldens.IndicatorBars());
        int theirs = Array.FindIndex(expected, double.IsFinite);
        int ours = Array.FindIndex(actual, double.IsFinite);
        Assert.Equal(Begins.GetValueOrDefault(name, theirs), ours);
        for (int row = Math.Max(theirs, ours); row < Ends.GetValueOrDefault(name, expected.Length); row++)
        {
            Assert.Equal(double.IsNaN(expected[row]), double.IsNaN(actual[row]));
            bool isClose = Math.Abs(expected[row] - actual[row]) <= Tolerance * Math.Max(1, Math.Abs(expected[row]));
            Assert.True(isClose || double.IsNaN(expected[row]), $"row {row}: {actual[row]} instead of {expected[row]}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_values_another_library_tests_are_reproduced(string name)
    {
        double[] actual = GoldenLines.All[name](Goldens.IndicatorBars());
        Assert.All(
            Goldens.IndicatorChecks(name).Where(check => check.Row >= Begins.GetValueOrDefault(name)),
            check => Assert.Equal(check.Value, actual[check.Row], 1e-6));
    }

    [Fact]
    public void No_line_of_the_table_is_left_out() =>
        Assert.Empty(Goldens.IndicatorLineNames().Except(GoldenLines.All.Keys));
}
