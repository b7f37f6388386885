using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>A role of a container, with the handlers of its component.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="Component">The type of the component; for a collection, of each item.</param>
/// <param name="IsCollection">Whether it is a collection of components.</param>
/// <param name="IsOptional">Whether it may be null.</param>
/// <param name="IsConcurrent">Whether its items may be called concurrently.</param>
/// <param name="Handlers">The handlers, in declaration order.</param>
internal sealed record Role(
    IPropertySymbol Property,
    INamedTypeSymbol Component,
    bool IsCollection,
    bool IsOptional,
    bool IsConcurrent,
    IReadOnlyList<Handler> Handlers)
{
    public string Name => Property.Name;

    /// <summary>Whether an object of a class may play the role: the class is that of its component, derives from it or is a base of it.</summary>
    public bool IsPlayedBy(INamedTypeSymbol type) => Derives(type, Component) || Derives(Component, type);

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) =>
        type.SelfAndBases().Contains(from, SymbolEqualityComparer.Default);
}
