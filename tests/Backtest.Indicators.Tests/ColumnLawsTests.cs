using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>An indicator's values are bit-for-bit the same whether computed row by row, in columns or from parts.</summary>
public class ColumnLawsTests
{
    public static TheoryData<string> Names => [.. IndicatorCase.All.Keys];

    public static TheoryData<string> NamesOfComposites =>
        [.. IndicatorCase.All.Where(pair => pair.Value.Specify(pair.Value.Period).Composition is not null).Select(pair => pair.Key)];

    // A random walk, a bar that is not finite, a flat stretch, and prices of other magnitudes and without volume.
    private static BarSeries Prices => Bars.Random(130)
        .Then(Bars.Odd(double.NaN))
        .Then(Bars.Random(130, seed: 6))
        .Then(Bars.Odd(double.PositiveInfinity, BarField.High))
        .Then(Bars.At(Enumerable.Repeat(0.1, 40)))
        .Then(Bars.Random(100, seed: 8, level: 1e-3).WithoutVolume())
        .Then(Bars.Random(100, seed: 9, level: 1e6));

    [Theory, MemberData(nameof(Names))]
    public void In_columns_of_any_length_it_is_what_it_is_row_by_row(string name)
    {
        BarSeries bars = Prices;
        double[][] stream = IndicatorCase.All[name].Create().Run(bars);
        AssertSame(stream, IndicatorCase.All[name].Create().RunInColumns(bars, []));
        for (int seed = 0; seed < 4; seed++)
            AssertSame(stream, IndicatorCase.All[name].Create().RunInColumns(bars, Lengths(seed)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Row_by_row_and_in_columns_by_turns_it_is_the_same(string name)
    {
        BarSeries bars = Prices;
        double[][] stream = IndicatorCase.All[name].Create().Run(bars);
        AssertSame(stream, IndicatorCase.All[name].Create().RunInColumns(bars, Enumerable.Range(0, 20).Select(at => at % 2 == 0 ? 1 : 23)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_hub_gives_what_an_instance_does_and_is_ready_where_it_is(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Prices;
        double[][] stream = indicator.Create().Run(bars);
        Probe probe = indicator.Create();
        int ready = Enumerable.Range(0, bars.Count).First(row =>
        {
            probe.Update(bars, row);
            return probe.IsReady;
        });
        for (int seed = 0; seed < 2; seed++)
        {
            HubRun run = HubRun.Of(indicator.Specify(indicator.Period), bars, Lengths(seed));
            AssertSame(stream, run.Values);
            Assert.Equal(ready, run.ReadyIndex);
        }
    }

    [Theory, MemberData(nameof(NamesOfComposites))]
    public void What_is_made_of_parts_reads_another_field_and_another_indicator_as_an_instance_does(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        IndicatorSpec spec = indicator.Specify(indicator.Period);
        if (spec.GetType().GetGenericTypeDefinition() != typeof(SeriesIndicatorSpec<>))
            return;
        BarSeries bars = Prices;
        foreach (BarField field in Enum.GetValues<BarField>())
            AssertSame(Probe.Of(spec.From(field)).Run(bars), HubRun.Of(spec.From(field), bars, [100]).Values);

        double[][] changes = Probe.Of(Indicators.Momentum(3)).Run(bars);
        Assert.Equal(
            Probe.Of(spec).Run(Bars.At(changes.Skip(3).Select(change => change[0]))),
            HubRun.Of(spec.Of(Indicators.Momentum(3)), bars, [100]).Values.Skip(3));
    }

    private static int[] Lengths(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 30).Select(_ => random.Next(0, 40))];
    }

    private static void AssertSame(double[][] expected, double[][] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int row = 0; row < expected.Length; row++)
        {
            for (int line = 0; line < expected[row].Length; line++)
            {
                (double wanted, double got) = (expected[row][line], found[row][line]);
                bool isSame = BitConverter.DoubleToInt64Bits(wanted) == BitConverter.DoubleToInt64Bits(got)
                    || (double.IsNaN(wanted) && double.IsNaN(got));
                Assert.True(isSame, $"row {row}, line {line}: {got:R} instead of {wanted:R}");
            }
        }
    }
}
