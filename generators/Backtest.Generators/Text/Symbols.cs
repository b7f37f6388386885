using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Questions asked of symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat Plain = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The name with its namespace, without type arguments: <c>Backtest.BarEvent</c>.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(Plain);

    /// <summary>Whether this is the type of this full name.</summary>
    public static bool Is(this ITypeSymbol type, string fullName) =>
        fullName.EndsWith(type.Name, StringComparison.Ordinal) && type.OriginalDefinition.FullName() == fullName;

    /// <summary>The attribute of this full name, if there.</summary>
    public static AttributeData? Attribute(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Is(fullName) == true);

    /// <summary>A named argument of an attribute.</summary>
    public static T Argument<T>(this AttributeData attribute, string name, T fallback)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is T value)
                return value;
        }

        return fallback;
    }

    /// <summary>The type and its base types, <c>object</c> excluded, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    /// <summary>The members of the type and its base types, those overridden or hidden left out; base types first.</summary>
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
