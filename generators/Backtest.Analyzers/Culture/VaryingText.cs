using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers.Culture;

/// <summary>Detects values whose text depends on the culture of the machine.</summary>
internal static class VaryingText
{
    private static readonly HashSet<string> Times = new(StringComparer.Ordinal)
        { "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly" };

    private static readonly HashSet<string> Fractions = new(StringComparer.Ordinal)
        { "System.Double", "System.Single", "System.Decimal", "System.Half" };

    private static readonly HashSet<string> Integers = new(StringComparer.Ordinal)
    {
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.IntPtr", "System.UIntPtr", "System.Int128", "System.UInt128", "System.Numerics.BigInteger",
    };

    /// <summary>
    /// Whether a value of the type is written differently in another culture. This does not include integers without a format, in which only the sign
    /// of a negative number could differ.
    /// </summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="format">The format; <see langword="null"/> if none is given.</param>
    public static bool Is(ITypeSymbol? type, string? format)
    {
        string name = NameOf(type);
        char kind = format is { Length: > 0 } ? format[0] : '\0';
        if (Times.Contains(name))
            return format is not ("O" or "o" or "R" or "r" or "s" or "u");
        if (name == "System.TimeSpan")
            return format is "g" or "G";
        if (Fractions.Contains(name))
            return true;
        return Integers.Contains(name) && kind is not ('\0' or 'D' or 'd' or 'X' or 'x' or 'B' or 'b');
    }

    /// <summary>Whether a text that is parsed as the type is read differently in another culture.</summary>
    public static bool IsReadOtherwise(ITypeSymbol type) => Times.Contains(NameOf(type)) || Fractions.Contains(NameOf(type));

    /// <summary>Whether the value that is converted to text here, boxed or not, is written differently in another culture.</summary>
    public static bool Is(IOperation value) => Is(Unwrap(value).Type, format: null);

    /// <summary>
    /// Whether the text of an object may depend on the culture: true for all types except texts, characters, Booleans and enums, because formats are
    /// not known.
    /// </summary>
    public static bool MayBe(IOperation value) =>
        Unwrap(value).Type is { TypeKind: not TypeKind.Enum } type
        && type.SpecialType is not (SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean);

    /// <summary>The value before implicit conversions, such as one to an object.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
            value = conversion.Operand;
        return value;
    }

    private static string NameOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => NameOf(value),
        { IsValueType: true, TypeKind: not TypeKind.Enum } => type.FullName(),
        _ => "",
    };
}
