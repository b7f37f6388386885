using System.Text;
using Backtest.Abstractions.Runtime;
using Backtest.Cli.Composition;
using Backtest.Engine;

namespace Backtest.Cli.Graphs;

/// <summary>Writes a run's graph as text for a terminal.</summary>
internal static class TreeWriter
{
    /// <summary>The tree, then each flow.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="all">Whether to include the handler at each end, the fields behind reads and what plugins handle.</param>
    public static string Write(RunGraph graph, bool all)
    {
        StringBuilder text = new();
        WriteContainer(text, graph.Tree, first: "", rest: "");
        foreach (FlowDescription flow in graph.Flows)
            WriteFlow(text, $"Event flow of {flow.Container}", flow, all);
        foreach (PluginUse plugin in graph.Plugins)
            WritePlugin(text, plugin, all);
        if (!all)
            text.Append('\n').Append(FlowWriter.Legend).Append('\n');
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

    private static void WriteFlow(StringBuilder text, string title, FlowDescription flow, bool all)
    {
        text.Append($"\n{title}\n");
        if (all)
            FlowWriter.WriteAll(text, flow);
        else
            FlowWriter.Write(text, flow);
    }

    private static void WritePlugin(StringBuilder text, PluginUse plugin, bool all)
    {
        if (plugin.Descriptor.Flow is { } flow)
        {
            WriteFlow(text, plugin.Title, flow, all);
            return;
        }

        if (!all)
            return;
        text.Append($"\n{plugin.Title}\n");
        foreach (HandlerDescription handler in plugin.Descriptor.Handlers)
        {
            string emits = handler.Emits.Count == 0 ? "" : $" → {string.Join(", ", handler.Emits)}";
            text.Append($"  {handler.Handler}({handler.Event}){emits}\n");
        }
    }
}
