using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>
/// A number that is not finite leaves no trace: once it has left the window, or the indicator has restarted after it, the values are those of
/// an instance that never received it.
/// </summary>
public class NotFiniteTests
{
    // Together with the bar that is not finite, these are whole trading days, so that indicators that start with a day start after it.
    private const int Before = 255;

    private static readonly double[] Odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public static TheoryData<string> Names => [.. IndicatorCase.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void After_a_bar_that_is_not_finite_its_values_are_those_of_one_that_begins_there(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries tail = Bars.Random(300, seed: 7);
        double[][] fresh = indicator.Create().Run(tail);
        int first = Math.Max(indicator.FirstRow(tail), indicator.IsWindowed ? indicator.Memory(indicator.Period) - 1 : 0);
        foreach (double number in Odd)
        {
            double[][] stream = indicator.Create().Run(Bars.Random(Before).Then(Bars.Odd(number)).Then(tail));
            for (int row = first; row < tail.Count; row++)
                AssertClose(fresh[row], stream[Before + 1 + row]);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void After_one_field_that_is_not_finite_it_is_defined_again(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries tail = Bars.Random(500, seed: 7);
        int first = Math.Max(2 * (indicator.FirstRow(tail) + 1), indicator.IsWindowed ? indicator.Memory(indicator.Period) : 0);
        foreach (BarField field in (BarField[])[BarField.Open, BarField.High, BarField.Low, BarField.Close, BarField.Volume])
        {
            foreach (double number in Odd)
            {
                Probe probe = indicator.Create();
                double[][] stream = probe.Run(Bars.Random(Before).Then(Bars.Odd(number, field)).Then(tail));
                Assert.True(probe.IsReady);
                Assert.All(stream[(Before + 1 + first)..], value => Assert.All(value, line => Assert.True(double.IsFinite(line))));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Once_ready_it_stays_ready(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        Probe probe = indicator.Create();
        BarSeries bars = Bars.Random(Before).Then(Bars.Odd(double.NaN)).Then(Bars.Random(5));
        probe.Feed(bars, 0, Before);
        for (int row = Before; row < bars.Count; row++)
        {
            probe.Update(bars, row);
            Assert.True(probe.IsReady);
        }
    }

    [Fact]
    public void An_average_of_changes_of_volume_survives_a_bar_without_volume()
    {
        IndicatorSpec spec = Indicators.Ema(5).Of(Indicators.Roc(1).From(BarField.Volume));
        BarSeries bars = Bars.Random(50).Then(Bars.Odd(0, BarField.Volume)).Then(Bars.Random(50, seed: 3));
        double[][] values = HubRun.Of(spec, bars, [7]).Values;

        // The change after the bar without volume is infinite; five changes later, the average has its seed again.
        Assert.True(double.IsFinite(values[50][0]));
        Assert.All(values[51..56], value => Assert.True(double.IsNaN(value[0])));
        Assert.All(values[56..], value => Assert.True(double.IsFinite(value[0])));
    }

    // Sums of blocks with different boundaries round differently.
    private static void AssertClose(double[] expected, double[] found) => Assert.All(
        expected.Zip(found),
        pair => Assert.True(
            Math.Abs(pair.First - pair.Second) <= 1e-10 * Math.Max(1, Math.Abs(pair.First)), $"{pair.Second} instead of {pair.First}"));
}
