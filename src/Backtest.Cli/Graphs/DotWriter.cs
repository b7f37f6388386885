using System.Text;

namespace Backtest.Cli.Graphs;

/// <summary>Writes a diagram in Graphviz's DOT language.</summary>
internal static class DotWriter
{
    public static string Write(Diagram diagram)
    {
        StringBuilder text = new("digraph run {\n  node [shape=box];\n");
        foreach (DiagramCluster cluster in diagram.Clusters)
        {
            text.Append($"  subgraph cluster_{cluster.Id} {{\n    label=\"{Escape(cluster.Title)}\";\n");
            foreach ((string id, string label) in cluster.Nodes)
                text.Append($"    {id} [label=\"{Escape(label)}\"];\n");
            foreach (DiagramEdge edge in cluster.Edges)
            {
                string style = edge.Kind switch
                {
                    EdgeKind.Delayed => ", style=dashed",
                    EdgeKind.Read => ", style=dotted",
                    _ => "",
                };
                text.Append($"    {edge.From} -> {edge.To} [label=\"{Escape(edge.Label)}\"{style}];\n");
            }

            text.Append("  }\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
