using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>Reads numbers from a file's fields.</summary>
internal static class NumberText
{
    private const int MostLetters = 19; // this many digits do not overflow
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>
    /// Reads a number, correctly rounded. Plain decimals of up to 53 bits use a fast path: digits and power of ten are exact, so a single division
    /// rounds correctly (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    /// </summary>
    /// <returns>Whether the text is a finite number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        ulong digits = 0;
        int place = 0;
        uint digit;
        if (text.Length > MostLetters)
            return TryParseAny(text, out value);
        while (place < text.Length && (digit = (uint)(text[place] - '0')) <= 9)
        {
            digits = digits * 10 + digit;
            place++;
        }

        int scale = 0;
        if (place < text.Length && text[place] == '.')
        {
            int point = place++;
            while (place < text.Length && (digit = (uint)(text[place] - '0')) <= 9)
            {
                digits = digits * 10 + digit;
                place++;
            }

            scale = place - point - 1;
            if (place == 1)
                return TryParseAny(text, out value);
        }

        if (place < text.Length || place == 0 || digits > LargestExact)
            return TryParseAny(text, out value);
        value = (long)digits / PowersOfTen[scale];
        return true;
    }

    private static bool TryParseAny(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
