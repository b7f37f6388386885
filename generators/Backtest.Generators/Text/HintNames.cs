using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Names generated files. The compiler compares these names without case, C# its types with case.</summary>
internal static class HintNames
{
    /// <summary>The file of a class: its full name, marked where another differs from it in case alone.</summary>
    public static string Of(INamedTypeSymbol type) =>
        HasTwin(type) ? $"{type.FullName()}.{Mark(type.FullName())}.g.cs" : $"{type.FullName()}.g.cs";

    private static bool HasTwin(INamespaceOrTypeSymbol symbol)
    {
        for (INamespaceOrTypeSymbol current = symbol; current.ContainingNamespace is { } parent; current = parent)
        {
            if (parent.GetMembers().Any(sibling => sibling.Name != current.Name
                && string.Equals(sibling.Name, current.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A hash of the name, case included (Fowler, Noll and Vo's FNV-1a).</summary>
    private static string Mark(string name)
    {
        uint hash = 2166136261;
        foreach (char letter in name)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
