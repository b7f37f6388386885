using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>A container's node as its template writes it.</summary>
internal sealed class ContainerNodeView(PluginModel model, PluginNames names)
{
    public PluginNames Names => names;

    public PluginModel Model => model;

    public string Container => model.Contained!.Type;

    public IReadOnlyList<StartModel> Starts => [.. model.Contained!.Starts];

    /// <summary>What the host brings besides bars.</summary>
    public IEnumerable<HandlerModel> Brought => model.Handlers.Where(handler => !handler.IsRow);
}
