using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Cli.Composition;
using Backtest.Engine;

namespace Backtest.Cli.Graphs;

/// <summary>Writes a run's graph as text for a terminal.</summary>
internal static class TreeWriter
{
    public static string Write(RunGraph graph)
    {
        StringBuilder text = new();
        WriteContainer(text, graph.Tree, first: "", rest: "");
        foreach (FlowDescription flow in graph.Flows)
            WriteFlow(text, $"Event flow of {flow.Container}", flow);
        foreach (PluginUse plugin in graph.Plugins)
            WritePlugin(text, plugin);
        return text.ToString();
    }

    private static void WriteContainer(StringBuilder text, ContainerTree container, string first, string rest)
    {
        text.Append(first).Append(container.Kind);
        if (container.Name.Length > 0)
            text.Append($" \"{container.Name}\"");
        if (container.Detail.Length > 0)
            text.Append($"  {container.Detail}");
        text.Append('\n');
        for (int i = 0; i < container.Children.Count; i++)
        {
            bool isLast = i == container.Children.Count - 1;
            WriteContainer(text, container.Children[i], rest + (isLast ? "└── " : "├── "), rest + (isLast ? "    " : "│   "));
        }
    }

    private static void WriteFlow(StringBuilder text, string title, FlowDescription flow)
    {
        text.Append($"\n{title}\n");
        int eventWidth = flow.Edges.Select(edge => edge.Event.Length).DefaultIfEmpty().Max();
        foreach (FlowEdge edge in flow.Edges)
        {
            string delay = edge.IsDelayed ? "  (delayed)" : "";
            text.Append($"  {edge.Event.PadRight(eventWidth)}  {edge.From} → {edge.To}.{edge.Handler}{delay}\n");
        }
    }

    private static void WritePlugin(StringBuilder text, PluginUse plugin)
    {
        if (plugin.Descriptor.Flow is { } flow)
        {
            WriteFlow(text, plugin.Title, flow);
            return;
        }

        text.Append($"\n{plugin.Title}\n");
        foreach (HandlerDescription handler in plugin.Descriptor.Handlers)
        {
            string emits = handler.Emits.Count == 0 ? "" : $" → {string.Join(", ", handler.Emits)}";
            text.Append($"  {handler.Handler}({handler.Event}){emits}\n");
        }
    }
}
