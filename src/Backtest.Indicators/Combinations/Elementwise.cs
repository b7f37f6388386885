using System.Runtime.Intrinsics;

namespace Backtest;

/// <summary>Combines each pair of numbers of two columns, several at once: nothing is summed, so the order does not matter.</summary>
internal static class Elementwise
{
    /// <summary>Writes the result of each pair; the values may replace either column.</summary>
    /// <typeparam name="TCombination">The combination.</typeparam>
    public static void Combine<TCombination>(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> values)
        where TCombination : struct, ICombination
    {
        int row = 0;
        for (; row <= values.Length - Vector256<double>.Count; row += Vector256<double>.Count)
            TCombination.Of(Vector256.Create(first[row..]), Vector256.Create(second[row..])).CopyTo(values[row..]);
        for (; row < values.Length; row++)
            values[row] = TCombination.Of(first[row], second[row]);
    }

    /// <summary>Replaces each number by the square root of its ratio to a divisor.</summary>
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
