using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Extension methods for symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat Plain = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The name with its namespace, without type arguments, such as <c>Backtest.BarEvent</c>.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(Plain);

    /// <summary>Whether a type has a full name.</summary>
    public static bool Is(this ITypeSymbol type, string fullName) =>
        fullName.EndsWith(type.Name, StringComparison.Ordinal) && type.OriginalDefinition.FullName() == fullName;

    /// <summary>The attribute with a full name; <see langword="null"/> if there is none.</summary>
    public static AttributeData? Attribute(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Is(fullName) == true);

    /// <summary>The value of a named argument of an attribute.</summary>
    public static T Argument<T>(this AttributeData attribute, string name, T fallback)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }

        return fallback;
    }

    /// <summary>The type and its base types without <c>object</c>, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    /// <summary>The members of the type and its base types without overridden or hidden ones; those of base types first.</summary>
    public static IEnumerable<T> AllMembers<T>(this INamedTypeSymbol type)
        where T : ISymbol
    {
        foreach (INamedTypeSymbol current in type.SelfAndBases().Reverse())
        {
            foreach (T member in current.GetMembers().OfType<T>())
            {
                bool isHidden = type.SelfAndBases().TakeWhile(derived => !SymbolEqualityComparer.Default.Equals(derived, current))
                    .Any(derived => derived.GetMembers(member.Name).Any(other => Hides(other, member)));
                if (!isHidden)
                    yield return member;
            }
        }
    }

    private static bool Hides(ISymbol other, ISymbol member) => (other, member) switch
    {
        (IMethodSymbol left, IMethodSymbol right) => left.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(right.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default),
        _ => true,
    };
}
