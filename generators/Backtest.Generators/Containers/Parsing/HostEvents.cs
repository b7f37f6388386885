using Backtest.Generators.Contracts;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>The events and values that pass between the host and a container plugin, as the node of its contract handles them.</summary>
internal static class HostEvents
{
    /// <summary>The event that signals belong to.</summary>
    public const string Bar = "Backtest.BarEvent";

    /// <summary>The emitter whose signals leave the container.</summary>
    public const string Signals = "Backtest.ISignals";

    /// <summary>The position of the container.</summary>
    public const string Position = "Backtest.Position";

    /// <summary>The role of the host's strategies inside the container.</summary>
    public const string Members = "Backtest.MemberStrategies";

    private const string Attribute = "Backtest.ContainerAttribute";

    /// <summary>The names of the events from the host, for messages.</summary>
    public static string Names(INamedTypeSymbol factory) => string.Join(", ",
        PluginContract.On(factory).SelectMany(mark => Handlers(mark.Contract)).Select(handler => handler.Parameter.Name));

    /// <summary>The name of the handler of an event from the host; <see langword="null"/> if the host does not send the event.</summary>
    public static string? HandlerOf(ITypeSymbol @event) => // the events of the host are declared in the assembly of the contract
        @event.ContainingAssembly?.GetTypeByMetadataName(Attribute) is { } attribute
            ? PluginContract.AllOf(attribute).SelectMany(Handlers)
                .FirstOrDefault(handler => SymbolEqualityComparer.Default.Equals(handler.Parameter, @event))?.Name
            : null;

    private static IEnumerable<ContractHandler> Handlers(PluginContract contract) =>
        new NodeContract(contract.Type).Handlers.Where(handler => handler.Event is not null);
}
