using System.Runtime.CompilerServices;

namespace Backtest.Engine;

/// <summary>
/// Sums of decimals, bit for bit as the operators compute them. A fill sums about two dozen amounts. The operators write each result to memory in
/// parts and then read it whole, for which the processor waits; here amounts are added in place, and read in the parts they were written in.
/// </summary>
internal static class Amounts
{
    private const uint Sign = 0x8000_0000;
    private const int ScaleShift = 16;

    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    private static ReadOnlySpan<double> Divisors =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ];

    /// <summary>sum += amount.</summary>
    public static void Add(ref decimal sum, in decimal amount)
    {
        if (!TryAdd(ref Unsafe.As<decimal, Parts>(ref sum), in Unsafe.As<decimal, Parts>(ref Unsafe.AsRef(in amount)), 0))
            sum += amount;
    }

    /// <summary>sum −= amount.</summary>
    public static void Subtract(ref decimal sum, in decimal amount)
    {
        if (!TryAdd(ref Unsafe.As<decimal, Parts>(ref sum), in Unsafe.As<decimal, Parts>(ref Unsafe.AsRef(in amount)), Sign))
            sum -= amount;
    }

    /// <summary>The nearest double, equal to the result of the conversion.</summary>
    public static double ToDouble(in decimal amount)
    {
        ref readonly Parts parts = ref Unsafe.As<decimal, Parts>(ref Unsafe.AsRef(in amount));
        int scale = Parts.Scale(parts.Flags);
        if (!BitConverter.IsLittleEndian || parts.High != 0 || scale >= Divisors.Length)
            return (double)amount;
        double value = parts.Low / Divisors[scale];
        return (parts.Flags & Sign) != 0 ? -value : value;
    }

    /// <summary>
    /// Adds an amount of 64 bits, with its sign inverted if a sign is given. If the result is false, nothing is changed and the operator must be
    /// used.
    /// </summary>
    private static bool TryAdd(ref Parts sum, in Parts amount, uint sign)
    {
        uint flags = sum.Flags;
        uint others = amount.Flags ^ sign;
        ulong low = sum.Low;
        ulong other = amount.Low;
        uint high = sum.High;
        int by = Parts.Scale(others) - Parts.Scale(flags);
        if (!BitConverter.IsLittleEndian || amount.High != 0 || other == 0)
            return false;
        if (by > 0)
        {
            // A sum of zero takes the scale of the amount as well; more than 64 bits are left to the operator.
            if (high != 0 || by >= Powers.Length || Math.BigMul(low, Powers[by], out low) != 0)
                return false;
            flags = (others & ~Sign) | (flags & Sign);
        }
        else if (by < 0)
        {
            if (-by >= Powers.Length || Math.BigMul(other, Powers[-by], out other) != 0)
                return false;
            others = (flags & ~Sign) | (others & Sign);
        }

        if (flags == others)
        {
            low += other;
            if (low < other && ++high == 0)
                return false;
        }
        else if (low >= other || high != 0)
        {
            if (low < other)
                high--;
            low -= other;
            if (by != 0 && low == 0 && high == 0)
                return false;
        }
        else
        {
            low = other - low;
            flags = others;
        }

        sum.Flags = flags;
        sum.High = high;
        sum.Low = low;
        return true;
    }

    /// <summary>The memory layout of a decimal.</summary>
    private struct Parts
    {
        public uint Flags;
        public uint High;
        public ulong Low;

        public static int Scale(uint flags) => (int)((flags & ~Sign) >> ScaleShift);
    }
}
