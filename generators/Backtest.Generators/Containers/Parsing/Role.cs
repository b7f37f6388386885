using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>A role of a container, with the handlers of what plays it.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="Component">The type that plays it; of a collection, each item's.</param>
/// <param name="IsCollection">Whether several play it.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="Handlers">The handlers, in the order declared.</param>
internal sealed record Role(
    IPropertySymbol Property, INamedTypeSymbol Component, bool IsCollection, bool IsOptional, IReadOnlyList<Handler> Handlers)
{
    public string Name => Property.Name;
}
