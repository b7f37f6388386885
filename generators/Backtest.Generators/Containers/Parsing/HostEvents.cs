using Backtest.Generators.Contracts;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>What passes between the host and a container plugin: what the node of its contract handles.</summary>
internal static class HostEvents
{
    /// <summary>The event signals belong to.</summary>
    public const string Bar = "Backtest.BarEvent";

    /// <summary>The emitter whose signals leave the container.</summary>
    public const string Signals = "Backtest.ISignals";

    /// <summary>What the container holds.</summary>
    public const string Position = "Backtest.Position";

    /// <summary>The host's strategies inside the container.</summary>
    public const string Members = "Backtest.MemberStrategies";

    private const string Attribute = "Backtest.ContainerAttribute";

    /// <summary>The events the host brings, for messages.</summary>
    public static string Names(INamedTypeSymbol factory) => string.Join(", ",
        PluginContract.On(factory).SelectMany(mark => Handlers(mark.Contract)).Select(handler => handler.Parameter.Name));

    /// <summary>The handler of an event the host brings; <see langword="null"/>: it does not bring it.</summary>
    public static string? HandlerOf(ITypeSymbol @event) => // what the host brings is declared beside the contract
        @event.ContainingAssembly?.GetTypeByMetadataName(Attribute) is { } attribute
            ? PluginContract.AllOf(attribute).SelectMany(Handlers)
                .FirstOrDefault(handler => SymbolEqualityComparer.Default.Equals(handler.Parameter, @event))?.Name
            : null;

    private static IEnumerable<ContractHandler> Handlers(PluginContract contract) =>
        new NodeContract(contract.Type).Handlers.Where(handler => handler.Event is not null);
}
