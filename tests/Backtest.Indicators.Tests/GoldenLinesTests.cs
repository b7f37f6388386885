using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Lines of another library on 255 daily bars, under the same conventions.</summary>
public class GoldenLinesTests
{
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, Func<BarSeries, double[]>> Lines = new()
    {
        ["sma.sma"] = bars => Line(bars, Indicators.Sma(30)),
        ["sumn.sumn"] = bars => [.. Line(bars, Indicators.Sma(14)).Select(mean => 14 * mean)],
        ["ema.ema"] = bars => Line(bars, Indicators.Ema(30)),
        ["smma.smma"] = bars => Line(bars, Indicators.Wilder(30)),
        ["roc.roc"] = bars => Line(bars, Indicators.Roc(12)),
        ["pctchange.pctchange"] = bars => Line(bars, Indicators.Roc(30)),
        ["momentumoscillator.momosc"] = bars => [.. Line(bars, Indicators.Roc(12)).Select(change => 100 * (1 + change))],
        ["rsi.rsi"] = bars => Line(bars, Indicators.Rsi(14)),
        ["rsi_safe.rsi"] = bars => Line(bars, Indicators.Rsi(14)),
        ["atr.atr"] = bars => Line(bars, Indicators.Atr(14)),
        ["dm.adx"] = bars => Line(bars, Indicators.Adx(14)),
        ["dm.plusDI"] = bars => Line(bars, Indicators.Adx(14), 1),
        ["dm.minusDI"] = bars => Line(bars, Indicators.Adx(14), 2),
        ["bbands.top"] = bars => Line(bars, Indicators.Bollinger(20, 2)),
        ["bbands.mid"] = bars => Line(bars, Indicators.Bollinger(20, 2), 1),
        ["bbands.bot"] = bars => Line(bars, Indicators.Bollinger(20, 2), 2),
        ["pctrank.pctrank"] = bars => Line(bars, Indicators.PercentRank(50)),
        ["williamsad.ad"] = bars => Line(bars, Indicators.WilliamsAd()),
        ["highest.highest"] = bars => Line(Closes(bars), Indicators.Donchian(14)),
        ["lowest.lowest"] = bars => Line(Closes(bars), Indicators.Donchian(14), 2),
    };

    public static TheoryData<string> Names => [.. Lines.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_bar_of_the_line_is_reproduced(string name)
    {
        double[] expected = Goldens.IndicatorLine(name);
        double[] actual = Lines[name](Goldens.IndicatorBars());
        int compared = 0;
        for (int row = 0; row < expected.Length; row++)
        {
            // The directional indicators are defined sooner there than the index that ours wait for.
            if (double.IsNaN(actual[row]) && row < 27 && name.StartsWith("dm.", StringComparison.Ordinal))
                continue;
            Assert.Equal(double.IsNaN(expected[row]), double.IsNaN(actual[row]));
            if (double.IsNaN(expected[row]))
                continue;
            Assert.True(
                Math.Abs(expected[row] - actual[row]) <= Tolerance * Math.Max(1, Math.Abs(expected[row])),
                $"row {row}: {actual[row]} instead of {expected[row]}");
            compared++;
        }
        Assert.True(compared > 200);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_values_another_library_tests_are_reproduced(string name)
    {
        double[] actual = Lines[name](Goldens.IndicatorBars());
        Assert.All(Goldens.IndicatorChecks(name), check => Assert.Equal(check.Value, actual[check.Row], 1e-6));
    }

    private static BarSeries Closes(BarSeries bars) => Bars.At(bars.Close[..bars.Count]);

    private static double[] Line(BarSeries bars, IndicatorSpec spec, int line = 0) =>
        [.. Probe.Of(spec).Run(bars).Select(value => value[line])];
}
