using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>What passes between the host and a container plugin.</summary>
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

    private static readonly (string Event, string Handler)[] All =
    [
        (Bar, "OnBar"), ("Backtest.RegimeEvent", "OnRegime"), ("Backtest.FillEvent", "OnFill"),
        ("Backtest.OrderRejectedEvent", "OnReject"), ("Backtest.OrderCanceledEvent", "OnCancel"),
    ];

    /// <summary>The events the host brings, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(pair => pair.Event.Substring("Backtest.".Length)));

    /// <summary>The handler of an event the host brings; <see langword="null"/>: it does not bring it.</summary>
    public static string? HandlerOf(ITypeSymbol @event) => All.FirstOrDefault(pair => @event.Is(pair.Event)).Handler;
}
