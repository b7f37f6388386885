using Backtest.Generators.Contracts;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>Generates the source of one plugin class without errors.</summary>
internal static class PluginEmitter
{
    private static readonly SourceTemplate File = new("Plugin");
    private static readonly SourceTemplate Accessors = new("Accessors");
    private static readonly SourceTemplate Node = new("Node");
    private static readonly SourceTemplate ContainerNode = new("ContainerNode");
    private static readonly SourceTemplate Factory = new("Factory");

    /// <summary>The whole file: the other part of the author's class, with the node in it, and the factory.</summary>
    public static string Emit(PluginModel model)
    {
        var names = new PluginNames(model);
        (string accessors, string node) = model.Form switch
        {
            PluginForm.Node when model.Node is { } own => Written(new NodeView(model, own, names)),
            PluginForm.Container => ("", ContainerNode.Render(new ContainerNodeView(model, names))),
            PluginForm.Instance => ("", ""),
            _ => throw new InvalidOperationException($"{model.Class} is {model.Form}, which has no node of its own."),
        };
        return File.Render(new
        {
            Model = model,
            Names = names,
            HasPart = model.Form != PluginForm.Instance,
            Schema = SchemaWriter.Write(model.Parameters),
            Accessors = accessors,
            Node = node,
            Factory = Factory.Render(new FactoryView(model, names)),
        }).TrimEnd() + "\n";
    }

    private static (string Accessors, string Node) Written(NodeView view) => (Accessors.Render(view), Node.Render(view));
}
