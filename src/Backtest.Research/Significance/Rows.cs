using System.Numerics;
using System.Runtime.InteropServices;

namespace Backtest.Research;

/// <summary>Adds rows of numbers element by element, so that the order of additions does not depend on the machine.</summary>
internal static class Rows
{
    /// <summary>Writes the sums of two rows to a third, which may be one of the two.</summary>
    public static void Add(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> sums)
    {
        int wide = sums.Length - (sums.Length % Vector<double>.Count);
        ReadOnlySpan<Vector<double>> left = MemoryMarshal.Cast<double, Vector<double>>(first[..wide]);
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(second[..wide]);
        Span<Vector<double>> both = MemoryMarshal.Cast<double, Vector<double>>(sums[..wide]);
        for (int i = 0; i < both.Length; i++)
            both[i] = left[i] + right[i];
        for (int i = wide; i < sums.Length; i++)
            sums[i] = first[i] + second[i];
    }

    /// <summary>Writes the differences of two rows to a third.</summary>
    public static void Subtract(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> differences)
    {
        for (int i = 0; i < differences.Length; i++)
            differences[i] = first[i] - second[i];
    }

    /// <summary>Divides a row.</summary>
    public static void Divide(Span<double> row, double by)
    {
        foreach (ref double value in row)
            value /= by;
    }
}
