using System.Collections.Immutable;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Backtest.Analyzers.Culture;

/// <summary>Finds calls whose result depends on the culture of the machine, and the fix for each.</summary>
internal static class CultureCalls
{
    private static readonly HashSet<string> Orders = new(StringComparer.Ordinal)
        { "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending" };

    private static readonly HashSet<string> Extremes = new(StringComparer.Ordinal) { "Min", "Max", "MinBy", "MaxBy" };

    // Names are compared first, because most calls have none of these names.
    private static readonly HashSet<string> Watched = new(Orders.Concat(Extremes), StringComparer.Ordinal)
    {
        "ToString", "Parse", "TryParse", "ToLongDateString", "ToShortDateString", "ToLongTimeString", "ToShortTimeString", "ToUpper",
        "ToLower", "ToDouble", "ToSingle", "ToDecimal", "ToDateTime", "AppendFormat", "Append", "Insert", "AppendJoin", "Sort",
        "BinarySearch", "Compare", "CompareTo", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Format", "Concat", "Join",
    };

    /// <summary>The fix for a call; <see langword="null"/> if it does not depend on the culture.</summary>
    public static string? MendOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!Watched.Contains(method.Name) || TakesProvider(call) || method.ContainingType is not { } type)
            return null;
        if (type.SpecialType == SpecialType.System_String)
            return MendOfText(call);
        return (type.FullName(), method.Name) switch
        {
            (_, "ToString") when VaryingText.Is(type, FormatOf(call)) => CultureMend.Provider,
            (_, "Parse" or "TryParse") when VaryingText.IsReadOtherwise(type) => CultureMend.Provider,
            (_, "ToLongDateString" or "ToShortDateString" or "ToLongTimeString" or "ToShortTimeString")
                when VaryingText.Is(type, null) => CultureMend.None,
            ("System.FormattableString", "ToString") => CultureMend.Provider,
            ("System.Char", "ToUpper" or "ToLower") => CultureMend.Case,
            ("System.Convert", "ToString") when VaryingText.Is(call.Arguments[0].Value) => CultureMend.Provider,
            ("System.Convert", "ToDouble" or "ToSingle" or "ToDecimal" or "ToDateTime")
                when VaryingText.Unwrap(call.Arguments[0].Value).Type?.SpecialType == SpecialType.System_String => CultureMend.Provider,
            ("System.Text.StringBuilder", "AppendFormat") when call.Arguments.Skip(1).Any(MayVary) => CultureMend.ProviderFirst,
            ("System.Text.StringBuilder", "Append" or "Insert") when VaryingText.Is(call.Arguments.Last().Value) => CultureMend.None,
            ("System.Text.StringBuilder", "AppendJoin") when call.Arguments.Any(Varies) => CultureMend.None,
            ("System.Linq.Enumerable", var name) when OrdersTexts(method)
                => Orders.Contains(name) ? CultureMend.Comparer : Extremes.Contains(name) ? CultureMend.None : null,
            ("System.Collections.Generic.List", "Sort" or "BinarySearch")
                when type.TypeArguments[0].SpecialType == SpecialType.System_String && !TakesComparer(method) => method.Parameters.Length is 0 or 1 ? CultureMend.Comparer : CultureMend.None,
            ("System.Array", "Sort" or "BinarySearch") when IsArrayOfTexts(call.Arguments[0].Value) && !TakesComparer(method)
                => method.Parameters.Length == 1 ? CultureMend.Comparer : CultureMend.None,
            _ => null,
        };
    }

    /// <summary>Whether a collection that is created orders texts by the culture.</summary>
    public static bool OrdersTexts(IObjectCreationOperation creation) =>
        creation is { Constructor: { } constructor, Type: INamedTypeSymbol type }
        && type.FullName() is "System.Collections.Generic.SortedDictionary" or "System.Collections.Generic.SortedSet"
            or "System.Collections.Generic.SortedList"
        && type.TypeArguments[0].SpecialType == SpecialType.System_String
        && !TakesComparer(constructor);

    /// <summary>Whether a provider is passed that is not null; null means the culture of the machine.</summary>
    public static bool TakesProvider(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type: { } type, Value: var value }
        && (type.Is("System.IFormatProvider") || type.Is("System.Globalization.CultureInfo"))
        && VaryingText.Unwrap(value).ConstantValue is not { HasValue: true, Value: null });

    private static string? MendOfText(IInvocationOperation call) => (call.TargetMethod.Name, call.TargetMethod.Parameters) switch
    {
        ("ToUpper" or "ToLower", _) => CultureMend.Case,
        ("Compare", var parameters) when parameters.Any(parameter => parameter.Type.Is("System.StringComparison")) => null,
        ("Compare", { Length: 2 }) => CultureMend.CompareOrdinal,
        ("Compare", _) => CultureMend.None,
        ("CompareTo", [{ Type.SpecialType: SpecialType.System_String }]) => CultureMend.CompareOrdinal,
        ("CompareTo", _) => CultureMend.None,
        ("StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf", [{ Type.SpecialType: SpecialType.System_String }, .. var others])
            when !others.Any(other => other.Type.Is("System.StringComparison")) => CultureMend.Comparison,
        ("Format", _) when call.Arguments.Skip(1).Any(MayVary) => CultureMend.ProviderFirst,
        ("Concat" or "Join", _) when call.Arguments.Any(Varies) => CultureMend.None,
        _ => null,
    };

    private static bool OrdersTexts(IMethodSymbol method) =>
        method.TypeArguments.Length > 0
        && method.TypeArguments[method.TypeArguments.Length - 1].SpecialType == SpecialType.System_String
        && !TakesComparer(method);

    private static bool TakesComparer(IMethodSymbol method) => method.Parameters.Any(parameter =>
        parameter.Type.Is("System.Collections.Generic.IComparer") || parameter.Type.Is("System.Collections.IComparer")
        || parameter.Type.Is("System.Comparison"));

    private static bool IsArrayOfTexts(IOperation value) =>
        VaryingText.Unwrap(value).Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String };

    private static string? FormatOf(IInvocationOperation call) => call.Arguments
        .Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)
        .Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: string format } ? format : "?")
        .FirstOrDefault();

    private static bool MayVary(IArgumentOperation argument) => ValuesOf(argument).Any(VaryingText.MayBe);

    private static bool Varies(IArgumentOperation argument) => ValuesOf(argument).Any(VaryingText.Is);

    /// <summary>The values of an argument; those of <c>params</c> individually.</summary>
    private static ImmutableArray<IOperation> ValuesOf(IArgumentOperation argument) => argument.Value switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        ICollectionExpressionOperation { Elements: var values } => values,
        var value => [value],
    };
}
