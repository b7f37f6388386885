using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>The values of one indicator over bars, with a line for each number it yields.</summary>
/// <param name="Names">The names of the numbers; empty if there is one.</param>
/// <param name="Values">The values of each line.</param>
/// <param name="WarmUp">The number of bars until the first value.</param>
internal sealed record IndicatorLines(IReadOnlyList<string> Names, IReadOnlyList<double[]> Values, long WarmUp) : IIndicatorEvents
{
    public static IndicatorLines Of(IndicatorSpec spec, BarSeries bars)
    {
        Func<IndicatorSpec, BarSeries, IndicatorLines> compute = Of<double>;
        return (IndicatorLines)compute.Method.GetGenericMethodDefinition().MakeGenericMethod(spec.GetType().GenericTypeArguments)
            .Invoke(null, [spec, bars])!;
    }

    void IIndicatorEvents.Emit(in IndicatorsReady indicators)
    {
    }

    private static IndicatorLines Of<TValue>(IndicatorSpec spec, BarSeries bars)
        where TValue : struct
    {
        var run = new RunSeries([bars], []);
        var hub = new IndicatorHub(run);
        IndicatorReader<TValue> reader = hub.Request<TValue>(spec, bars);
        hub.OnBars(new BarChunk(run), new IndicatorLines([], [], 0));
        PropertyInfo[] numbers = typeof(TValue) == typeof(double)
            ? []
            : [.. typeof(TValue).GetProperties().Where(property => property.PropertyType == typeof(double))];
        TValue[] values = [.. Enumerable.Range(0, bars.Count).Select(row => reader[row])];
        return new IndicatorLines(
            [.. numbers.Select(property => property.Name)],
            numbers.Length == 0
                ? [(double[])(object)values]
                : [.. numbers.Select(property => values.Select(value => (double)property.GetValue(value)!).ToArray())],
            reader.Column.ReadyIndex + 1);
    }
}
