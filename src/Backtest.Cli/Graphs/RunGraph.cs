using Backtest.Abstractions.Runtime;
using Backtest.Cli.Composition;
using Backtest.Engine;

namespace Backtest.Cli.Graphs;

/// <summary>The parts of a run that are drawn.</summary>
/// <param name="Tree">Its containers.</param>
/// <param name="Flows">The compiled flows of its host containers.</param>
/// <param name="Plugins">Its plugins with the events they handle.</param>
internal sealed record RunGraph(ContainerTree Tree, IReadOnlyList<FlowDescription> Flows, IReadOnlyList<PluginUse> Plugins)
{
    /// <summary>The graph as nodes and edges.</summary>
    /// <param name="all">Whether to include what plugins handle.</param>
    public Diagram ToDiagram(bool all)
    {
        Diagram diagram = new();
        AddTree(diagram.AddCluster("container tree"), Tree, parent: null);
        foreach (FlowDescription flow in Flows)
            AddFlow(diagram.AddCluster($"event flow of {flow.Container}"), flow);
        foreach (PluginUse plugin in Plugins)
        {
            if (plugin.Descriptor.Flow is { } flow)
            {
                AddFlow(diagram.AddCluster(plugin.Title), flow);
                continue;
            }

            if (!all)
                continue;
            DiagramCluster cluster = diagram.AddCluster(plugin.Title);
            foreach (HandlerDescription handler in plugin.Descriptor.Handlers)
            {
                string node = cluster.Node(handler.Handler);
                cluster.Connect(cluster.Node(handler.Event), node);
                foreach (string emitted in handler.Emits)
                    cluster.Connect(node, cluster.Node(emitted));
            }
        }

        return diagram;
    }

    private static void AddFlow(DiagramCluster cluster, FlowDescription flow)
    {
        foreach (FlowLine line in FlowLine.Of(flow))
        {
            string label = line.Kind == EdgeKind.Read ? $"reads {line.Label}".TrimEnd() : line.Label;
            cluster.Connect(cluster.Node(line.From), cluster.Node(line.To), label, line.Kind);
        }
    }

    private static void AddTree(DiagramCluster cluster, ContainerTree container, string? parent)
    {
        string node = cluster.AddNode(container.Name.Length == 0 ? container.Kind : $"{container.Kind} {container.Name}");
        if (parent is not null)
            cluster.Connect(parent, node);
        foreach (ContainerTree child in container.Children)
            AddTree(cluster, child, node);
    }
}
