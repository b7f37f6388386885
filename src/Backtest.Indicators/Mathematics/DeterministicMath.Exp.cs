using System.Runtime.CompilerServices;

namespace Backtest;

/// <content>The exponential function.</content>
public static partial class DeterministicMath
{
    private const double InverseLn2 = 1.44269504088896338700e+00;

    // 1.5 × 2^52: adding it rounds a number, and leaves the whole number in the lowest bits.
    private const double Rounder = 6755399441055744;

    private const double ExpOverflow = 710;
    private const double ExpUnderflow = -746;

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    /// <returns>Above 0; 0 below about −745, infinite above about 709.78.</returns>
    public static double Exp(double x)
    {
        if (!(x > ExpUnderflow))
            return double.IsNaN(x) ? x : 0;
        if (x > ExpOverflow)
            return double.PositiveInfinity;
        double shifted = x * InverseLn2 + Rounder;
        double exponent = shifted - Rounder;
        return ExpOfReduced(x - exponent * Ln2High, -exponent * Ln2Low, (int)BitConverter.DoubleToInt64Bits(shifted));
    }

    /// <summary>e^(head + tail) × 2^exponent, for |head + tail| ≤ ½ ln 2 and a tail far smaller than the head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpOfReduced(double head, double tail, int exponent)
    {
        double z = head + tail;
        double rest = tail - (z - head);
        double zz = z * z;
        double c = z - zz * (1.66666666666666019037e-01 + zz * -2.77777777770155933842e-03
            + zz * zz * (6.61375632143793436117e-05 + zz * -1.65339022054652515390e-06 + zz * zz * 4.13813679705723846039e-08));
        double result = 1 + (z * c / (2 - c) + (rest + z * rest) + z);
        return exponent is > -1022 and < 1024
            ? result * PowerOfTwo(exponent)
            : result * PowerOfTwo(exponent / 2) * PowerOfTwo(exponent - exponent / 2);
    }
}
