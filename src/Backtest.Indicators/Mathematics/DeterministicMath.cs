namespace Backtest;

/// <summary>
/// Elementary functions with the same result, bit for bit, on every machine; the platform's own differ between processors. Each is within one unit in
/// the last place of the exact value, and built only from + − × ÷ and operations on bits.
/// </summary>
/// <remarks>
/// Methods and coefficients are those of fdlibm (K. C. Ng and others, Sun Microsystems, 1993 and 2004: "Permission to use, copy, modify,
/// and distribute this software is freely granted, provided that this notice is preserved").
/// </remarks>
public static partial class DeterministicMath
{
    // ln 2 in two parts; the first has 21 zero bits at its end, so that its product with an exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // 2^−1022; below it numbers lose digits, and are scaled up first.
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984;

    private const ulong OneBits = 0x3FF0000000000000;
    private const ulong FractionBits = 0x000FFFFFFFFFFFFF;

    /// <summary>A power of two, for exponents from −1022 to 1023.</summary>
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    /// <summary>The number with the lower half of its bits cleared: a product of two such numbers' significands is exact.</summary>
    private static double Head(double value) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) & 0xFFFFFFFF00000000);
}
