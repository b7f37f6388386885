using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Finds the cases of a closed union.</summary>
internal static class Variants
{
    /// <summary>The records in the union's assembly that derive from it and are marked as its cases, in the order of their words.</summary>
    public static IReadOnlyList<(INamedTypeSymbol Type, AttributeData Variant)> Of(INamedTypeSymbol union)
    {
        var cases = new List<(INamedTypeSymbol Type, AttributeData Variant)>();
        foreach (INamedTypeSymbol type in TypesIn(union.ContainingAssembly.GlobalNamespace))
        {
            bool derives = type.SelfAndBases().Skip(1).Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor, union));
            if (derives && type.Attribute("Backtest.VariantAttribute") is { } variant)
                cases.Add((type, variant));
        }

        cases.Sort((left, right) => string.CompareOrdinal(Word(left.Variant), Word(right.Variant)));
        return cases;
    }

    private static string? Word(AttributeData variant) => variant.ConstructorArguments[0].Value as string;

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (INamedTypeSymbol inner in TypesIn(nested))
                    yield return inner;
            }
        }
    }
}
