using System.Runtime.Intrinsics;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>What two indicators make together at each bar.</summary>
/// <typeparam name="TCombination">How.</typeparam>
internal sealed class Combined<TCombination> : IPairIndicator<double>, IPairColumn<double>
    where TCombination : struct, ICombination
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    /// <summary>A specification of what two others make together.</summary>
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
        int row = 0;
        for (; row <= values.Length - Vector256<double>.Count; row += Vector256<double>.Count)
            TCombination.Of(Vector256.Create(first[row..]), Vector256.Create(second[row..])).CopyTo(values[row..]);
        for (; row < values.Length; row++)
            values[row] = TCombination.Of(first[row], second[row]);
        done += values.Length;
    }

    public void Reset() => IsReady = false;
}
