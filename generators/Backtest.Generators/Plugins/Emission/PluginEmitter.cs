using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>Writes the source of one plugin class.</summary>
internal static class PluginEmitter
{
    private static readonly SourceTemplate File = new("Plugin");
    private static readonly SourceTemplate Accessors = new("Accessors");
    private static readonly SourceTemplate BarNode = new("BarNode");
    private static readonly SourceTemplate UniverseNode = new("UniverseNode");
    private static readonly SourceTemplate RiskNode = new("RiskNode");
    private static readonly SourceTemplate ContainerNode = new("ContainerNode");
    private static readonly SourceTemplate Factory = new("Factory");

    /// <summary>The whole file: the author's other part, with the node in it, and the factory.</summary>
    public static string Emit(PluginModel model)
    {
        var names = new PluginNames(model);
        var node = new NodeView(model, names);
        string NodeText() => model.Kind switch
        {
            PluginKind.Container => ContainerNode.Render(new ContainerNodeView(model, names)),
            PluginKind.RiskManager => RiskNode.Render(node),
            PluginKind.BarSource => "",
            PluginKind.Strategy when model.IsUniverse => UniverseNode.Render(node),
            _ => BarNode.Render(node),
        };
        return File.Render(new
        {
            Model = model,
            Names = names,
            HasPart = model.Kind != PluginKind.BarSource,
            Schema = SchemaWriter.Write(model.Parameters),
            Accessors = Accessors.Render(node),
            Node = model.HasErrors ? "" : NodeText(),
            Factory = model.HasErrors ? "" : Factory.Render(new FactoryView(model, names)),
        }).TrimEnd() + "\n";
    }
}
