namespace Backtest;

/// <content>The reduction of angles of any size to an eighth of a turn.</content>
public static partial class DeterministicMath
{
    // The quarter turn's length, π/2 × 2^63.
    private const ulong HalfPi = 0xC90FDAA22168C235;

    // The bits of 2/π, below one word of zeros.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
        0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    ];

    /// <summary>Subtracts whole quarter turns from a finite angle of at least π/4, exactly (M. Payne and R. Hanek, 1983).</summary>
    /// <param name="x">The angle, in radians.</param>
    /// <param name="head">What is left, from −π/4 to π/4.</param>
    /// <param name="tail">What is left beyond the head's precision.</param>
    /// <returns>The quarter turns subtracted, modulo 4.</returns>
    private static int ReduceAngle(double x, out double head, out double tail)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        ulong significand = (bits & FractionBits) | (FractionBits + 1);
        int exponent = (int)(bits >> 52) - 1075;

        // Of 2/π × 2^exponent only the 192 bits from the one of weight 2 down matter: those above make whole turns, those below nothing.
        int word = (exponent + 62) >> 6;
        int shift = (exponent + 62) & 63;
        UInt128 low = significand * (UInt128)Window(word + 2, shift);
        UInt128 middle = significand * (UInt128)Window(word + 1, shift) + (low >> 64);
        UInt128 turns = ((UInt128)(significand * Window(word, shift)) << 64) + middle;

        // The first two bits count quarter turns; the rest is a fraction of one, brought to at most half of one either way.
        int quadrant = (int)(turns >> 126);
        UInt128 fraction = (turns << 2) | ((ulong)low >> 62);
        bool isBeyondHalf = fraction >> 127 != 0;
        if (isBeyondHalf)
        {
            quadrant = (quadrant + 1) & 3;
            fraction = ~fraction;
        }

        int zeros = (int)UInt128.LeadingZeroCount(fraction);
        ulong angle = Math.BigMul((ulong)((fraction << zeros) >> 64), HalfPi, out _);
        double scale = PowerOfTwo(-63 - zeros) * (isBeyondHalf ? -1 : 1);
        head = (double)(angle >> 11 << 11) * scale;
        tail = (double)(angle & 0x7FF) * scale;
        return quadrant;
    }

    private static ulong Window(int word, int shift) =>
        shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
}
