namespace Backtest;

/// <content>Powers.</content>
public static partial class DeterministicMath
{
    private const double TwoTo53 = 9007199254740992;
    private const double TwoTo64 = 18446744073709551616.0;

    /// <summary><paramref name="x"/> to the power of <paramref name="y"/>.</summary>
    /// <returns>As in IEEE 754: 1 if x is 1 or y is 0, not a number if x is below 0 and y is not a whole number.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double magnitude = Math.Abs(x);
        if (x < 0 && double.IsFinite(x) && y != Math.Truncate(y))
            return double.NaN;
        double power = PowOfMagnitude(magnitude, y);
        return double.IsNegative(x) && IsOdd(y) ? -power : power;
    }

    private static bool IsOdd(double y) => y == Math.Truncate(y) && Math.Abs(y) < TwoTo53 && ((long)y & 1) != 0;

    private static double PowOfMagnitude(double x, double y)
    {
        if (x == 1)
            return 1;
        if (x == 0 || double.IsInfinity(x) || Math.Abs(y) >= TwoTo64)
            return x > 1 == y > 0 ? double.PositiveInfinity : 0;
        (double high, double low) = Log2(x);

        // y × log2(x) in two parts, the first of them exact.
        double head = Head(y);
        double tail = (y - head) * high + y * low;
        head *= high;
        double product = head + tail;
        if (product is >= 1025 or <= -1076)
            return product > 0 ? double.PositiveInfinity : 0;
        double shifted = product + Rounder;
        return Exp2OfReduced(head - (shifted - Rounder), tail, (int)BitConverter.DoubleToInt64Bits(shifted));
    }

    /// <summary>2^(head + tail) × 2^exponent, for |head + tail| ≤ ½.</summary>
    private static double Exp2OfReduced(double head, double tail, int exponent)
    {
        const double Ln2 = 6.93147180559945286227e-01;
        const double HalfLn2 = 6.93147182464599609375e-01;
        const double RestLn2 = -1.90465429995776804525e-09;
        double sum = Head(head + tail);
        return ExpOfReduced(sum * HalfLn2, (tail - (sum - head)) * Ln2 + sum * RestLn2, exponent);
    }

    /// <summary>The binary logarithm of a finite number above 0, in two parts; the lower half of the first one's bits is zero.</summary>
    private static (double High, double Low) Log2(double x)
    {
        int exponent = 0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            exponent = -54;
        }

        // x = 2^exponent × m, and m from √¾ to √3 nears a center of 1 or 1½.
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double m = BitConverter.UInt64BitsToDouble((bits & FractionBits) | OneBits);
        bool nearsOne = m < 1.2247448713915890;
        if (m >= 1.7320508075688772)
        {
            m *= 0.5;
            exponent++;
            nearsOne = true;
        }
        double center = nearsOne ? 1 : 1.5;
        double centerHigh = nearsOne ? 0 : 5.84962487220764160156e-01;
        double centerLow = nearsOne ? 0 : 1.35003920212974897128e-08;

        // s = (m − center) / (m + center), in two parts.
        double difference = m - center;
        double inverse = 1 / (m + center);
        double s = difference * inverse;
        double sHigh = Head(s);
        double divisorHigh = Head(m + center);
        double divisorLow = m - (divisorHigh - center);
        double sLow = inverse * (difference - sHigh * divisorHigh - sHigh * divisorLow);

        // ln(m / center) × 3/2 = s × (3 + s² + r).
        double z = s * s;
        double r = z * z * (5.99999999999994648725e-01 + z * (4.28571428578550184252e-01 + z * (3.33333329818377432918e-01
            + z * (2.72728123808534006489e-01 + z * (2.30660745775561754067e-01 + z * 2.06975017800338417784e-01)))));
        r += sLow * (sHigh + s);
        double squareHigh = sHigh * sHigh;
        double factorHigh = Head(3 + squareHigh + r);
        double factorLow = r - (factorHigh - 3 - squareHigh);
        double head = sHigh * factorHigh;
        double tail = sLow * factorHigh + factorLow * s;
        double logHigh = Head(head + tail);
        double logLow = tail - (logHigh - head);

        // × 2 / (3 ln 2), and the logarithms of the center and of 2^exponent.
        double scaledHigh = 9.61796700954437255859e-01 * logHigh;
        double scaledLow = -7.02846165095275826516e-09 * logHigh + logLow * 9.61796693925975554329e-01 + centerLow;
        double high = Head(scaledHigh + scaledLow + centerHigh + exponent);
        return (high, scaledLow - (high - exponent - centerHigh - scaledHigh));
    }
}
