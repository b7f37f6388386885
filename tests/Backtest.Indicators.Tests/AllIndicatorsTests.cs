using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The laws each indicator of the library obeys.</summary>
public class AllIndicatorsTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Names => [.. IndicatorCase.All.Keys];

    public static TheoryData<string> NamesWithWindow =>
        [.. IndicatorCase.All.Where(pair => pair.Value.IsWindowed).Select(pair => pair.Key)];

    public static TheoryData<string> NamesWithPeriod =>
        [.. IndicatorCase.All.Where(pair => pair.Value.Specify(1).Indicator != typeof(LogReturn)).Select(pair => pair.Key)];

    [Fact]
    public void Every_indicator_is_under_these_laws()
    {
        IEnumerable<Type> indicators = typeof(Indicators).Assembly.GetTypes().Where(type => type.IsPublic && IsIndicator(type));
        Assert.Equal(
            indicators.OrderBy(type => type.Name),
            IndicatorCase.All.Values.Select(law => law.Specify(law.Period).Indicator).Distinct().OrderBy(type => type.Name));
    }

    [Theory, MemberData(nameof(Names))]
    public void Stream_equals_batch(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(400);
        double[][] stream = indicator.Create().Run(bars);
        for (int row = indicator.FirstDefined(indicator.Period); row < bars.Count; row++)
            AssertClose(indicator.BatchAt(bars, row), stream[row], row);
    }

    [Theory, MemberData(nameof(Names))]
    public void Stream_equals_batch_after_a_million_bars(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = MillionBars.Value;
        Probe probe = indicator.Create();
        for (int row = 0; row < bars.Count; row++)
        {
            double[] stream = probe.Update(bars, row);
            if (row % 199_999 == 199_998)
                AssertClose(indicator.BatchAt(bars, row), stream, row);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Huge_prices_leave_no_trace_in_tiny_ones(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(200, seed: 2, level: 1e9).Then(Bars.Random(200, seed: 3, level: 1e-6));
        double[][] stream = indicator.Create().Run(bars);
        for (int row = indicator.FirstDefined(indicator.Period); row < bars.Count; row++)
            AssertClose(indicator.BatchAt(bars, row), stream[row], row);
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_ready_exactly_where_its_first_value_is_and_undefined_before(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(100);
        Probe probe = indicator.Create();
        Assert.False(probe.IsReady);
        Assert.All(probe.Undefined, number => Assert.True(double.IsNaN(number)));
        for (int row = 0; row < bars.Count; row++)
        {
            double[] value = probe.Update(bars, row);
            bool isDefined = row >= indicator.FirstDefined(indicator.Period);
            Assert.Equal(isDefined, probe.IsReady);
            Assert.All(value, number => Assert.Equal(isDefined, double.IsFinite(number)));
            if (!isDefined)
                Assert.Equal(probe.Undefined, value);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_price_at_rest_gives_exact_values(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        double[][] stream = indicator.Create().Run(Bars.At(Enumerable.Repeat(0.1, 100)));
        Assert.All(stream.Skip(indicator.FirstDefined(indicator.Period)), value => Assert.Equal(indicator.AtRest(0.1), value));
    }

    [Theory, MemberData(nameof(NamesWithWindow))]
    public void A_price_that_came_to_rest_gives_exact_values_once_the_window_is_past(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        double[][] stream = indicator.Create().Run(Bars.Random(50).Then(Bars.At(Enumerable.Repeat(0.1, 100))));
        Assert.All(stream.Skip(50 + indicator.Period), value => Assert.Equal(indicator.AtRest(0.1), value));
    }

    [Theory, MemberData(nameof(Names))]
    public void After_a_reset_it_is_as_new(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(120, seed: 4);
        Probe used = indicator.Create();
        used.Feed(Bars.Random(57, seed: 5));
        used.Reset();
        Assert.False(used.IsReady);
        Assert.Equal(indicator.Create().Run(bars), used.Run(bars));
    }

    [Theory, MemberData(nameof(Names))]
    public void An_update_allocates_nothing(string name)
    {
        BarSeries bars = Bars.Random(1000);
        Probe probe = IndicatorCase.All[name].Create();
        probe.Feed(bars);
        long before = GC.GetAllocatedBytesForCurrentThread();
        probe.Feed(bars);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory, MemberData(nameof(NamesWithPeriod))]
    public void A_period_that_is_too_short_is_refused(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.Of(indicator.Specify(indicator.LeastPeriod - 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.Of(indicator.Specify(-1)));
    }

    private static Lazy<BarSeries> MillionBars { get; } = new(() => Bars.Random(1_000_000, seed: 6));

    private static bool IsIndicator(Type type) => type.GetInterfaces()
        .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IIndicator<>));

    private static void AssertClose(double[] expected, double[] actual, int row)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int line = 0; line < expected.Length; line++)
        {
            bool isClose = Math.Abs(actual[line] - expected[line]) <= Tolerance * Math.Abs(expected[line]);
            Assert.True(isClose, $"row {row}, line {line}: {actual[line]} instead of {expected[line]}");
        }
    }
}
