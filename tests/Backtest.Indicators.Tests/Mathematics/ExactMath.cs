using System.Numerics;

namespace Backtest.Tests;

/// <summary>
/// Elementary functions computed by their series in integer multiples of 2^−256, independently and far more precisely than a double.
/// </summary>
internal static class ExactMath
{
    private const int Bits = 256;
    private const int AngleBits = 1400;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = 2 * Atanh(1, 3);
    private static readonly BigInteger Pi = PiTo(AngleBits);

    /// <summary>The distance of a result from e^x, in units of the exact value's last place.</summary>
    public static double UlpsFromExp(double x, double result) => UlpsFromExp(Fixed(x), result);

    /// <summary>The distance of a result from ln x.</summary>
    public static double UlpsFromLog(double x, double result) => Ulps(Log(x), 0, result);

    /// <summary>The distance of a result from x^y, for x above 0.</summary>
    public static double UlpsFromPow(double x, double y, double result)
    {
        (BigInteger significand, int exponent) = Split(y);
        return UlpsFromExp(Shift(Log(x) * significand, exponent), result);
    }

    /// <summary>The distance of a result from sin x.</summary>
    public static double UlpsFromSin(double x, double result) => Ulps(Sin(Reduce(x)), 0, result);

    /// <summary>The distance of a result from cos x.</summary>
    public static double UlpsFromCos(double x, double result) => Ulps(Sin(Reduce(x) + (Pi >> (AngleBits - Bits + 1))), 0, result);

    /// <summary>The distance of a result from atan x.</summary>
    public static double UlpsFromAtan(double x, double result)
    {
        BigInteger tangent = Fixed(x);
        const int Halvings = 8;
        for (int halving = 0; halving < Halvings; halving++)
            tangent = (tangent << Bits) / (One + Root(One * One + tangent * tangent));
        BigInteger sum = 0;
        BigInteger power = tangent;
        for (int n = 1; power != 0; n += 2)
        {
            sum += (n & 2) == 0 ? power / n : -power / n;
            power = Multiply(power, Multiply(tangent, tangent));
        }
        return Ulps(sum << Halvings, 0, result);
    }

    private static double UlpsFromExp(BigInteger x, double result)
    {
        int exponent = (int)BigInteger.Divide(x, Ln2);
        BigInteger rest = x - exponent * Ln2;
        BigInteger sum = 0;
        BigInteger term = One;
        for (int n = 1; term != 0; n++)
        {
            sum += term;
            term = Multiply(term, rest) / n;
        }
        return Ulps(sum, exponent, result);
    }

    private static BigInteger Log(double x)
    {
        (BigInteger significand, int exponent) = Split(x);
        int length = (int)significand.GetBitLength();
        BigInteger one = BigInteger.One << (length - 1);
        return 2 * Atanh(significand - one, significand + one) + (exponent + length - 1) * Ln2;
    }

    private static BigInteger Atanh(BigInteger numerator, BigInteger denominator)
    {
        BigInteger power = (numerator << Bits) / denominator;
        BigInteger square = Multiply(power, power);
        BigInteger sum = 0;
        for (int n = 1; power != 0; n += 2)
        {
            sum += power / n;
            power = Multiply(power, square);
        }
        return sum;
    }

    private static BigInteger Sin(BigInteger angle)
    {
        BigInteger square = Multiply(angle, angle);
        BigInteger sum = 0;
        BigInteger term = angle;
        for (int n = 2; term != 0; n += 2)
        {
            sum += term;
            term = -Multiply(term, square) / (n * (n + 1));
        }
        return sum;
    }

    /// <summary>The angle from −π to π that differs from this one by whole turns.</summary>
    private static BigInteger Reduce(double x)
    {
        (BigInteger significand, int exponent) = Split(x);
        BigInteger turn = 2 * Pi;
        BigInteger angle = BigInteger.Remainder(Shift(significand, AngleBits + exponent), turn);
        if (angle > Pi)
            angle -= turn;
        if (angle < -Pi)
            angle += turn;
        return angle >> (AngleBits - Bits);
    }

    /// <summary>π by J. Machin's formula of 1706: 16 atan(1/5) − 4 atan(1/239).</summary>
    private static BigInteger PiTo(int bits)
    {
        const int Guard = 32;
        return (16 * AtanOfInverse(5) - 4 * AtanOfInverse(239)) >> Guard;

        BigInteger AtanOfInverse(int divisor)
        {
            BigInteger sum = 0;
            BigInteger power = (BigInteger.One << (bits + Guard)) / divisor;
            for (int n = 1; power != 0; n += 2)
            {
                sum += (n & 2) == 0 ? power / n : -power / n;
                power /= divisor * divisor;
            }
            return sum;
        }
    }

    /// <summary>|value × 2^exponent − result| in units of the last place of the double nearest to the value.</summary>
    private static double Ulps(BigInteger value, int exponent, double result)
    {
        const int Fraction = 40;
        long leading = value.GetBitLength() - 1 - Bits + exponent;
        if (BigInteger.IsPow2(BigInteger.Abs(value)) && value.Sign < 0)
            leading++;
        int last = (int)Math.Max(leading, -1022) - 52;
        if (leading > 1023 || double.IsInfinity(result))
            return leading > 1023 && double.IsInfinity(result) ? 0 : double.PositiveInfinity;
        (BigInteger significand, int scale) = Split(result);
        BigInteger difference = Shift(value, exponent - Bits - last + Fraction) - Shift(significand, scale - last + Fraction);
        return (double)BigInteger.Abs(difference) / (1L << Fraction);
    }

    private static BigInteger Fixed(double x)
    {
        (BigInteger significand, int exponent) = Split(x);
        return Shift(significand, exponent + Bits);
    }

    private static (BigInteger Significand, int Exponent) Split(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long significand = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        return (x < 0 ? -significand : significand, Math.Max(exponent, 1) - 1075);
    }

    private static BigInteger Multiply(BigInteger left, BigInteger right) => Shift(left * right, -Bits);

    /// <summary>Rounds toward zero, so that the terms of a series end at zero.</summary>
    private static BigInteger Shift(BigInteger value, int by) =>
        by >= 0 ? value << by : value.Sign < 0 ? -(-value >> -by) : value >> -by;

    private static BigInteger Root(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + value / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
