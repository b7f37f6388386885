using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>The combination of two indicators at each bar.</summary>
/// <typeparam name="TCombination">How they are combined.</typeparam>
internal sealed class Combined<TCombination> : IPairIndicator<double>, IPairColumn<double>
    where TCombination : struct, ICombination
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    /// <summary>A specification of the combination of two others.</summary>
    public static IndicatorSpec Of(IndicatorSpec first, IndicatorSpec second) =>
        IndicatorSpec.Pair<Combined<TCombination>, double>(() => new Combined<TCombination>(), first, second);

    public double Update(double first, double second)
    {
        IsReady = true;
        return TCombination.Of(first, second);
    }

    public void Update(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> values, ref int done)
    {
        IsReady = true;
        Elementwise.Combine<TCombination>(first, second, values);
        done += values.Length;
    }

    public void Reset() => IsReady = false;
}
