using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The values that the template of a container's node uses.</summary>
internal sealed class ContainerNodeView(PluginModel model, PluginNames names)
{
    public PluginNames Names => names;

    public PluginModel Model => model;

    public string Container => model.Contained!.Type;

    public IReadOnlyList<StartModel> Starts => [.. model.Contained!.Starts];

    /// <summary>The handlers of events from the host, except bars.</summary>
    public IEnumerable<HandlerModel> Brought => model.Handlers.Where(handler => !handler.IsRow);
}
