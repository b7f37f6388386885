using System.Globalization;
using System.Numerics;

namespace Backtest.Abstractions.Runtime;

public readonly partial struct ParameterValue
{
    private const NumberStyles Fractions =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A whole number of 32 bits within bounds.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is too small.</param>
    public int ToInt32(double min = double.NegativeInfinity, double max = double.PositiveInfinity, bool exclusiveMin = false) =>
        ToNumber<int>(NumberStyles.AllowLeadingSign, "a whole number", min, max, exclusiveMin);

    /// <summary>A whole number of 64 bits within bounds.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is too small.</param>
    public long ToInt64(double min = double.NegativeInfinity, double max = double.PositiveInfinity, bool exclusiveMin = false) =>
        ToNumber<long>(NumberStyles.AllowLeadingSign, "a whole number", min, max, exclusiveMin);

    /// <summary>A finite number within bounds.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is too small.</param>
    public double ToDouble(double min = double.NegativeInfinity, double max = double.PositiveInfinity, bool exclusiveMin = false) =>
        ToNumber<double>(Fractions, "a number", min, max, exclusiveMin);

    /// <summary>A decimal number within bounds.</summary>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is too small.</param>
    public decimal ToDecimal(double min = double.NegativeInfinity, double max = double.PositiveInfinity, bool exclusiveMin = false) =>
        ToNumber<decimal>(Fractions, "a number", min, max, exclusiveMin);

    private T ToNumber<T>(NumberStyles style, string expected, double min, double max, bool exclusiveMin)
        where T : struct, INumber<T>
    {
        if (!T.TryParse(Plain, style, CultureInfo.InvariantCulture, out T number) || !T.IsFinite(number))
            return WrongType<T>(expected, Mend());
        double value = double.CreateTruncating(number);
        if (value > max || value < min || (exclusiveMin && value == min))
        {
            errors.Report("out_of_range", path, node.Position, $"found {Plain}, expected {expected} {Range(min, max, exclusiveMin)}.",
                MeantAsPercent(value, max, style) ?? $"Write {expected} {Range(min, max, exclusiveMin)}.");
        }

        return number;
    }

    /// <summary>The mend of a number that is a percentage where a fraction is expected; <see langword="null"/>: it is none.</summary>
    private static string? MeantAsPercent(double value, double max, NumberStyles style) =>
        style == Fractions && max <= 1 && value > 1 && value / 100 <= max ? Invariant($"Write a fraction: {(decimal)value / 100} for {value}%.") : null;

    private string? Mend() => node switch
    {
        ParameterScalar { IsQuoted: true } => "Remove the quotes.",
        ParameterScalar { Text: { } text } when text.EndsWith('%') => "Write a fraction: 0.05 for 5%.",
        ParameterScalar { Text: { } text } when text.Contains('_', StringComparison.Ordinal) =>
            "Write the number without underscores.",
        ParameterScalar { Text: { } text } when WithoutGroups(text) is { } plain => $"Write the number without separators: {plain}.",
        _ => null,
    };

    /// <summary>A number without digit group separators and currency sign; <see langword="null"/> if it has neither, or is not a number.</summary>
    private static string? WithoutGroups(string text)
    {
        string plain = text.Trim('$', '€', '£', '¥', ' ').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("'", "", StringComparison.Ordinal);
        return plain != text && decimal.TryParse(plain, Fractions, CultureInfo.InvariantCulture, out _) ? plain : null;
    }

    private static string Range(double min, double max, bool exclusiveMin)
    {
        string above = exclusiveMin ? "above" : "of at least";
        return (double.IsFinite(min), double.IsFinite(max)) switch
        {
            (true, true) when !exclusiveMin => Invariant($"from {min} to {max}"),
            (true, true) => Invariant($"above {min}, up to {max}"),
            (true, false) => Invariant($"{above} {min}"),
            _ => Invariant($"of at most {max}"),
        };
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
