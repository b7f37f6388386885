using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Text;

/// <summary>What attributes say of events and emitters.</summary>
internal static class EventTypes
{
    /// <summary>The stage of an event; <see langword="null"/>: it is none.</summary>
    public static int? StageOf(ITypeSymbol type) =>
        type.Attribute("Backtest.EventAttribute") is { ConstructorArguments: [{ Value: int stage }] } ? stage : null;

    /// <summary>The events an emitter emits; none: it is no emitter.</summary>
    public static IReadOnlyList<INamedTypeSymbol> EmittedBy(ITypeSymbol type) =>
        type.Attribute("Backtest.EmitterAttribute") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } events] }
            ? [.. events.Values.Select(value => value.Value).OfType<INamedTypeSymbol>()]
            : [];
}
