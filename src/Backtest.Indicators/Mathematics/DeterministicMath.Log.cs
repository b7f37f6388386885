namespace Backtest;

/// <content>The natural logarithm.</content>
public static partial class DeterministicMath
{
    private const ulong RootHalfBits = 0x3FE6A09E00000000;

    /// <summary>The natural logarithm of <paramref name="x"/>.</summary>
    /// <returns>Not a number below 0, −∞ at 0.</returns>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        int exponent = -1023;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            exponent -= 54;
        }

        // x = 2^exponent × (1 + f), with 1 + f from √½ to √2.
        ulong bits = BitConverter.DoubleToUInt64Bits(x) + (OneBits - RootHalfBits);
        exponent += (int)(bits >> 52);
        double f = BitConverter.UInt64BitsToDouble((bits & FractionBits) + RootHalfBits) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01
            + w * 1.479819860511658591e-01)));
        double halfSquare = 0.5 * f * f;
        double k = exponent;
        return s * (halfSquare + (even + odd)) + k * Ln2Low - halfSquare + f + k * Ln2High;
    }
}
