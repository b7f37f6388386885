using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>A role of a container, with the handlers of what plays it.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="Component">The type that plays it; of a collection, each item's.</param>
/// <param name="IsCollection">Whether several play it.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="IsConcurrent">Whether its items may be called at once.</param>
/// <param name="Handlers">The handlers, in the order declared.</param>
internal sealed record Role(
    IPropertySymbol Property,
    INamedTypeSymbol Component,
    bool IsCollection,
    bool IsOptional,
    bool IsConcurrent,
    IReadOnlyList<Handler> Handlers)
{
    public string Name => Property.Name;

    /// <summary>Whether an object of a class may play it: the class is its component's, derives from it or is a base of it.</summary>
    public bool IsPlayedBy(INamedTypeSymbol type) => Derives(type, Component) || Derives(Component, type);

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) =>
        type.SelfAndBases().Contains(from, SymbolEqualityComparer.Default);
}
