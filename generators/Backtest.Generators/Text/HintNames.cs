using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Names generated files. The compiler compares these names without case, but C# types with case.</summary>
internal static class HintNames
{
    /// <summary>The file name for a class: its full name, with a hash if the name of another type or namespace differs only in case.</summary>
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

    /// <summary>A case-sensitive hash of the name (Fowler, Noll and Vo's FNV-1a).</summary>
    private static string Mark(string name)
    {
        uint hash = 2166136261;
        foreach (char letter in name)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
