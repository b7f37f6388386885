using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>Does the same with each pair of numbers of two columns, several at once: no sum is taken, so no order matters.</summary>
internal static class Elementwise
{
    /// <summary>Writes what each pair makes; the values may take the place of either column.</summary>
    /// <typeparam name="TCombination">What is made of them.</typeparam>
    public static void Combine<TCombination>(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> values)
        where TCombination : struct, ICombination
    {
        int row = 0;
        for (; row <= values.Length - Vector256<double>.Count; row += Vector256<double>.Count)
            TCombination.Of(Vector256.Create(first[row..]), Vector256.Create(second[row..])).CopyTo(values[row..]);
        for (; row < values.Length; row++)
            values[row] = TCombination.Of(first[row], second[row]);
    }

    /// <summary>Puts in place of each number the root of what it is divided by another.</summary>
    public static void RootOfRatio(Span<double> values, double divisor)
    {
        int row = 0;
        for (; row <= values.Length - Vector256<double>.Count; row += Vector256<double>.Count)
        {
            Vector256<double> ratios = Vector256.Create<double>(values[row..]) / Vector256.Create(divisor);
            Vector256.Sqrt(ratios).CopyTo(values[row..]);
        }

        for (; row < values.Length; row++)
            values[row] = Math.Sqrt(values[row] / divisor);
    }
}
