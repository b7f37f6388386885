using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>A container's node as its template writes it.</summary>
internal sealed class ContainerNodeView(PluginModel model, PluginNames names)
{
    public PluginNames Names => names;

    public string Container => model.Contained!.Type;

    public IReadOnlyList<StartModel> Starts => [.. model.Contained!.Starts];

    /// <summary>What the host brings besides bars.</summary>
    public IEnumerable<BroughtEvent> Brought => model.Handlers.Where(handler => handler.Name != "OnBar")
        .Select(handler => new BroughtEvent(handler.Name, handler.Event, handler.Name.Substring("On".Length).ToLowerInvariant()));
}

/// <summary>An event the node hands to the wiring.</summary>
internal sealed record BroughtEvent(string Name, string Event, string Parameter);
