using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>Reads the attributes of events and emitters.</summary>
internal static class EventTypes
{
    /// <summary>The stage of an event; <see langword="null"/> if the type is not an event.</summary>
    public static int? StageOf(ITypeSymbol type) =>
        type.Attribute("Backtest.EventAttribute") is { ConstructorArguments: [{ Value: int stage }] } ? stage : null;

    /// <summary>The events that an emitter emits; empty if the type is not an emitter.</summary>
    public static IReadOnlyList<INamedTypeSymbol> EmittedBy(ITypeSymbol type) =>
        type.Attribute("Backtest.EmitterAttribute") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } events] }
            ? [.. events.Values.Select(value => value.Value).OfType<INamedTypeSymbol>()]
            : [];
}
