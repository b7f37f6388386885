using System.Globalization;
using System.Reflection;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The laws that every indicator of the library obeys.</summary>
public class AllIndicatorsTests
{
    public static TheoryData<string> Names => [.. IndicatorCase.All.Keys];

    public static TheoryData<string> UsualNames => [.. IndicatorCase.Usual.Keys];

    public static TheoryData<string> NamesWithWindow =>
        [.. IndicatorCase.All.Where(pair => pair.Value.IsWindowed).Select(pair => pair.Key)];

    public static TheoryData<string> NamesWithArguments =>
        [.. IndicatorCase.Usual.Where(pair => pair.Value.HasArguments).Select(pair => pair.Key)];

    public static TheoryData<string> NamesThroughJumps =>
        [.. IndicatorCase.All.Where(pair => pair.Value.LosesJumps is null).Select(pair => pair.Key)];

    public static TheoryData<string> NamesAtRest =>
        [.. IndicatorCase.All.Where(pair => pair.Value.NeverAtRest is null).Select(pair => pair.Key)];

    [Fact]
    public void Every_indicator_is_under_these_laws()
    {
        IEnumerable<Type> indicators = typeof(Indicators).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsAbstract: false } && IsIndicator(type));
        IEnumerable<Type> tried = IndicatorCase.Usual.Values.Select(indicator => indicator.Specify(indicator.Period).Indicator).Distinct();
        Assert.Equal(indicators.OrderBy(type => type.Name), tried.OrderBy(type => type.Name));
    }

    [Theory, MemberData(nameof(Names))]
    public void Stream_equals_batch(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        AssertStreamEqualsBatch(indicator, Bars.Random(400));
    }

    [Theory, MemberData(nameof(NamesThroughJumps))]
    public void Huge_prices_leave_no_trace_in_tiny_ones(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        AssertStreamEqualsBatch(indicator, Bars.Random(200, seed: 2, level: 1e9).Then(Bars.Random(200, seed: 3, level: 1e-6)));
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_ready_exactly_where_its_first_value_is_and_undefined_before(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(300);
        int first = indicator.FirstRow(bars);
        Probe probe = indicator.Create();
        Assert.False(probe.IsReady);
        Assert.All(probe.Undefined, number => Assert.True(double.IsNaN(number)));
        for (int row = 0; row < bars.Count; row++)
        {
            double[] value = probe.Update(bars, row);
            bool isDefined = row >= first;
            Assert.Equal(isDefined, probe.IsReady);
            Assert.All(value, number => Assert.Equal(isDefined, double.IsFinite(number)));
            if (!isDefined)
                Assert.Equal(probe.Undefined, value);
        }
    }

    [Theory, MemberData(nameof(NamesAtRest))]
    public void A_price_at_rest_gives_exact_values(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        double[][] stream = indicator.Create().Run(Bars.At(Enumerable.Repeat(0.1, 300)));
        Assert.All(stream.Skip(indicator.FirstDefined(indicator.Period)), value => Assert.Equal(indicator.AtRest(0.1), value));
    }

    [Theory, MemberData(nameof(NamesWithWindow))]
    public void A_price_that_came_to_rest_gives_exact_values_once_the_window_is_past(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        int memory = indicator.Memory(indicator.Period);
        double[][] stream = indicator.Create().Run(Bars.Random(150).Then(Bars.At(Enumerable.Repeat(0.1, memory + 50))));
        Assert.All(stream.Skip(149 + memory), value => Assert.Equal(indicator.AtRest(0.1), value));
    }

    [Theory, MemberData(nameof(UsualNames))]
    public void It_declares_volume_where_volume_changes_its_values_and_only_there(string name)
    {
        IndicatorCase indicator = IndicatorCase.Usual[name];
        BarSeries bars = Bars.Random(300);
        bool goesByVolume = !indicator.Create().Run(bars).SelectMany(value => value)
            .SequenceEqual(indicator.Create().Run(bars.WithoutVolume()).SelectMany(value => value));
        Assert.Equal(goesByVolume, indicator.Specify(indicator.Period).NeedsVolume);
    }

    [Theory, MemberData(nameof(Names))]
    public void What_comes_later_changes_nothing(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries known = Bars.Random(250);
        double[][] values = indicator.Create().Run(known);
        Assert.Equal(values, indicator.Create().Run(known.Then(Bars.Random(5, seed: 7, level: 3))).Take(known.Count));
    }

    [Theory, MemberData(nameof(Names))]
    public void After_a_reset_it_is_as_new(string name)
    {
        IndicatorCase indicator = IndicatorCase.All[name];
        BarSeries bars = Bars.Random(300, seed: 4);
        Probe used = indicator.Create();
        used.Feed(Bars.Random(257, seed: 5), 0, 257);
        used.Reset();
        Assert.False(used.IsReady);
        Assert.Equal(indicator.Create().Run(bars), used.Run(bars));
    }

    [Theory, MemberData(nameof(Names))]
    public void An_update_allocates_nothing(string name)
    {
        BarSeries bars = Bars.Random(1000);
        Probe probe = IndicatorCase.All[name].Create();
        probe.Feed(bars, 0, bars.Count);

        // Takes the minimum of three: a collection caused by another test counts as an allocation of this thread.
        Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Allocated(() => probe.Feed(bars, 0, bars.Count))));

        static long Allocated(Action act)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            act();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory, MemberData(nameof(NamesWithArguments))]
    public void A_period_that_is_too_short_is_refused(string name)
    {
        IndicatorCase indicator = IndicatorCase.Usual[name];
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.Of(indicator.Specify(indicator.LeastPeriod - 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.Of(indicator.Specify(-1)));
    }

    [Theory, MemberData(nameof(NamesWithArguments))]
    public void Every_argument_is_checked_and_part_of_its_key(string name)
    {
        IndicatorSpec spec = IndicatorCase.Usual[name].Specify(14);
        ConstructorInfo constructor = Assert.Single(spec.Indicator.GetConstructors());
        ParameterInfo[] parameters = constructor.GetParameters();
        string[] numbers = spec.Parameters.ToString().Split(", ");
        Assert.Equal(parameters.Length, numbers.Length);

        object[] arguments = [.. parameters.Zip(numbers, ArgumentOf)];
        constructor.Invoke(arguments);
        foreach (ParameterInfo parameter in parameters.Where(parameter => parameter.ParameterType.IsPrimitive))
        {
            object[] changed = [.. arguments];
            changed[parameter.Position] = parameter.ParameterType == typeof(int) ? (object)-1 : double.NaN;
            var refused = Assert.Throws<ArgumentOutOfRangeException>(
                () => constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, changed, culture: null));
            Assert.Equal(parameter.Name, refused.ParamName);
        }
    }

    private static object ArgumentOf(ParameterInfo parameter, string number)
    {
        double value = double.Parse(number, CultureInfo.InvariantCulture);
        return parameter.ParameterType.IsEnum
            ? Enum.ToObject(parameter.ParameterType, (int)value)
            : Convert.ChangeType(value, parameter.ParameterType, CultureInfo.InvariantCulture);
    }

    private static bool IsIndicator(Type type) => type.GetInterfaces()
        .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IIndicator<>));

    private static void AssertStreamEqualsBatch(IndicatorCase indicator, BarSeries bars)
    {
        double[][] stream = indicator.Create().Run(bars);
        for (int row = indicator.FirstRow(bars); row < bars.Count; row++)
            Laws.AssertClose(indicator, bars, row, stream[row]);
    }
}
